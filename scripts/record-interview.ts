// Records a real interview in a pseudo-terminal and draws it as one moving picture for the README.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

const root = fileURLToPath(new URL('..', import.meta.url));
const [columns, rows] = [80, 30];

// A painter's firm, all but answered: what is left is asked. Each press with how long its picture stands, in seconds.
const open = ['involvement.experts', 'involvement.pilot'];
const presses: readonly (readonly [string, number])[] = [
  ['', 3],
  ['h', 4],
  ['h', 0.6],
  ['2', 1.2],
  ['\r', 3],
  ['w', 3],
  ['\r', 2],
  ['\u001b[B', 1],
  ['\r', 7],
];

type Run = { readonly text: string; readonly kind: 'plain' | 'strong' | 'quiet' | 'accent' };
type Frame = { readonly lines: readonly (readonly Run[])[]; readonly seconds: number };

for (const [language, file] of [
  ['de', 'interview.svg'],
  ['en', 'interview.en.svg'],
] as const) {
  writeFileSync(join(root, 'docs/pictures', file), drawn(await recorded(language)));
}

async function recorded(language: string): Promise<readonly Frame[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'hurdles-'));
  const answers = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8')
    .split('\n')
    .filter((line) => !open.some((id) => line.startsWith(`  ${id}:`)));
  writeFileSync(join(cwd, 'maler.yaml'), answers.join('\n'));
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  const argv = [join(root, 'bin/hurdles.js'), 'maler.yaml'];
  const env = { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: `${language}.UTF-8` };
  const program = spawn(process.execPath, argv, { cols: columns, rows, cwd, env });
  let last = Date.now();
  program.onData((data) => {
    last = Date.now();
    screen.write(data);
  });
  const frames: Frame[] = [];
  for (const [keys, seconds] of presses) {
    program.write(keys);
    // Drawn through once nothing more has come for a while.
    last = Date.now();
    while (Date.now() - last < 1200) await wait(100);
    frames.push({ lines: linesOf(screen), seconds });
  }
  program.kill();
  rmSync(cwd, { recursive: true });
  return frames;
}

function linesOf(screen: InstanceType<typeof headless.Terminal>): readonly (readonly Run[])[] {
  const { active } = screen.buffer;
  return Array.from({ length: rows }, (_row, y) => {
    const line = active.getLine(active.viewportY + y);
    const runs: { text: string; kind: Run['kind'] }[] = [];
    for (let x = 0; x < columns; x += 1) {
      const cell = line?.getCell(x);
      const text = cell?.getChars() || ' ';
      const kind = !cell
        ? 'plain'
        : cell.isBold()
          ? 'strong'
          : cell.isDim()
            ? 'quiet'
            : cell.isFgDefault()
              ? 'plain'
              : 'accent';
      const before = runs.at(-1);
      if (before?.kind === kind) before.text += text;
      else runs.push({ text, kind });
    }
    return runs;
  });
}

function drawn(frames: readonly Frame[]): string {
  const [wide, high] = [8.4, 18];
  const total = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  let at = 0;
  const moves = frames.map(({ seconds }, index) => {
    const from = ((at / total) * 100).toFixed(2);
    at += seconds;
    const to = ((at / total) * 100).toFixed(2);
    const before = index === 0 ? '' : '0%{visibility:hidden}';
    const after = index === frames.length - 1 ? '' : `${to}%{visibility:hidden}`;
    return `@keyframes f${index}{${before}${from}%{visibility:visible}${after}}#f${index}{animation:f${index} ${total}s step-end infinite}`;
  });
  const groups = frames.map(({ lines }, index) => {
    const texts = lines.flatMap((runs, row) => {
      const spans = runs.map(({ text, kind }) => {
        const shown = escaped(text);
        return kind === 'plain' ? shown : `<tspan class="${kind}">${shown}</tspan>`;
      });
      const line = spans.join('').trimEnd();
      return line.replace(/<[^>]*>/g, '').trim() === ''
        ? []
        : [`<text x="16" y="${30 + row * high}">${line}</text>`];
    });
    return `<g class="frame" id="f${index}">${texts.join('\n')}</g>`;
  });
  const [width, height] = [columns * wide + 32, rows * high + 36];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<style>
rect{fill:#12191b}text{fill:#e4eae9;font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}
.strong{font-weight:700}.quiet{fill:#a6b4b6}.accent{fill:#7fcac6}.frame{visibility:hidden}
${moves.join('\n')}
@media(prefers-reduced-motion:reduce){.frame{animation:none!important}#f1{visibility:visible}}
</style>
<rect width="${width}" height="${height}" rx="8"/>
${groups.join('\n')}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
