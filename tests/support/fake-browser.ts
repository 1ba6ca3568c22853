import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './run.ts';

// What a browser may do when it is asked to print; `$print` is where to, `$page` what.
const doings = {
  prints: 'printf \'%%PDF-1.4\\nof %s\\n%%%%EOF\\n\' "$(basename "$page")" > "$print"',
  'prints half': 'printf \'%%PDF-1.4\\nhalf\' > "$print"',
  'prints nothing': 'true',
  fails:
    "echo '[1:2:1122/213239.1:FATAL:zygote.cc(1)] No usable \u001b[2Jsandbox!' >&2; echo '#0 0x55' >&2; exit 1",
  // Something it started outlives it, and it waits for ever.
  hangs: 'echo $$ > "$0.pid"; sleep 600 & sleep 600',
} as const;

/** A program that takes a browser's options and does this; `notes` is where it says what it was called with. */
export function fakeBrowser(does: keyof typeof doings): {
  readonly path: string;
  readonly options: () => readonly string[];
  /** The process it runs in, once it hangs. */
  readonly pid: () => number;
} {
  const folder = aFolder({
    chromium: `#!/bin/sh
printf '%s\\n' "$@" > "$0.options"
for option in "$@"; do
  case "$option" in --print-to-pdf=*) print="\${option#--print-to-pdf=}" ;; file:*) page="$option" ;; esac
done
${doings[does]}
`,
  });
  const path = join(folder.path, 'chromium');
  chmodSync(path, 0o755);
  return {
    path,
    options: () => folder.read('chromium.options').trim().split('\n'),
    pid: () => Number(folder.read('chromium.pid')),
  };
}
