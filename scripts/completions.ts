// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write their variables so.
// Writes the completion scripts that are made by a package: `npm run completions`. That of bash is our own.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A piece of a script that is not left as the package has it. */
type Change = { readonly why: string; readonly from: string; readonly to: string };

type Script = {
  readonly shell: string;
  readonly file: string;
  readonly changes: readonly Change[];
};

const scripts: readonly Script[] = [
  {
    shell: 'zsh',
    file: 'hurdles.zsh',
    changes: [
      {
        why: 'where nobody has loaded the completion system there is nothing to tell it',
        from: '\ncompdef _hurdles hurdles\n',
        to: '\nif type compdef &>/dev/null; then compdef _hurdles hurdles; fi\n',
      },
      {
        why: 'a file name with a space is one word',
        from: 'words=( "${=words[1,CURRENT]}" )',
        to: 'words=( "${(@)words[1,CURRENT]}" )',
      },
      {
        why: 'what is typed before = would be run, as it is put together to a command: an option is nothing that runs',
        from: `=~ '-.*=' ]]`,
        to: `=~ '^--[a-z-]+=' ]]`,
      },
    ],
  },
  { shell: 'fish', file: 'hurdles.fish', changes: [] },
  {
    shell: 'powershell',
    file: 'hurdles.ps1',
    changes: [
      {
        why: 'PowerShell takes typeset quotation marks for plain ones, too: what is typed behind one would be run',
        from: `($_ -replace "'", "''")`,
        to: `($_ -replace "['$([char]0x2018)$([char]0x2019)$([char]0x201A)$([char]0x201B)]", '$&$&')`,
      },
    ],
  },
];

/** Every script by its file, as the package makes it with our changes. */
export function completionScripts(): Readonly<Record<string, string>> {
  return Object.fromEntries(scripts.map((one) => [`completions/${one.file}`, scriptOf(one)]));
}

function scriptOf({ shell, changes }: Script): string {
  const code = `import tab from '@bomb.sh/tab'; tab.setup('hurdles', 'hurdles', '${shell}');`;
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const changed = changes.reduce((text, { why, from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`${shell}: nothing to change, ${why}`);
    return text.split(from).join(to);
  }, made.stdout);
  return `${changed.trimEnd().replace(/[ \t]+$/gm, '')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(completionScripts())) {
    writeFileSync(join(root, file), text);
  }
}
