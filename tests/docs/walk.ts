import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aFolder, hurdles, type Outcome } from '../support/run.ts';
import type { Act, Step, Where } from './page.ts';

/** A command that a page shows, and what came of it. */
export type Ran = Extract<Act, { kind: 'run' }> & { readonly outcome: Outcome };

export type Tried = Extract<Act, { kind: 'edit' | 'try' }> & { readonly outcome: Outcome };

/** What came of the things a page says, and the folder as they left it. */
export type Walk = {
  readonly folder: ReturnType<typeof aFolder>;
  readonly ran: readonly Ran[];
  /** Pieces that were only tried, with what lint said of each. */
  readonly tried: readonly Tried[];
};

/** Does everything a page says, in its order, in a folder of its own. */
export async function walk(
  steps: readonly Step[],
  env: Readonly<Record<string, string>>,
): Promise<Walk> {
  const folder = aFolder();
  const ran: Ran[] = [];
  const tried: Tried[] = [];
  const around = { cwd: folder.path, env };
  for (const act of steps.flatMap(({ acts }) => acts)) {
    switch (act.kind) {
      case 'file':
        mkdirSync(dirname(join(folder.path, act.name)), { recursive: true });
        folder.write(act.name, act.text);
        break;
      case 'copy':
        copyFileSync(join(folder.path, act.name), join(folder.path, act.to));
        break;
      case 'edit':
      case 'try': {
        const before = folder.read(act.name);
        folder.write(act.name, edited(before, act.where, act.text, act.line));
        if (act.kind === 'edit') break;
        tried.push({ ...act, outcome: await hurdles(['lint', act.name], around) });
        folder.write(act.name, before);
        break;
      }
      case 'run': {
        const [call = '', target] = act.command.split(' > ');
        const [program, ...argv] = call.split(' ');
        if (program !== 'hurdles') throw new Error(`line ${act.line}: not a command of ours`);
        const outcome = await hurdles(argv, around);
        if (target !== undefined) folder.write(target, outcome.stdout);
        const screen = target === undefined ? outcome.screen : outcome.stderr;
        ran.push({ ...act, outcome: { ...outcome, screen } });
        break;
      }
      default:
        act satisfies never;
    }
  }
  return { folder, ran, tried };
}

/** Whether a screen is what a page shows: line by line, with a line of `…` for any lines there. */
export function isAsShown(screen: string, shown: readonly string[]): boolean {
  const pattern = shown
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)+?' : `${literally(line)}\\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(screen);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function edited(text: string, where: Where, piece: string, line: number): string {
  const lines = text.split(/(?<=\n)/);
  const find = (wanted: string, from = 0) => {
    const among = (fits: (one: string) => boolean) =>
      lines.flatMap((one, index) => (index >= from && fits(one) ? [index] : []));
    const whole = among((one) => one.trim() === wanted);
    const found = whole.length > 0 ? whole : among((one) => one.includes(wanted));
    const [first] = found;
    const isClear = from > 0 || found.length === 1;
    if (first === undefined || !isClear) {
      throw new Error(`line ${line}: “${wanted}” stands in ${found.length} lines`);
    }
    return first;
  };
  switch (where.place) {
    case 'end':
      return text + piece;
    case 'before':
      return lines.toSpliced(find(where.line), 0, piece).join('');
    case 'after':
      return lines.toSpliced(find(where.line) + 1, 0, piece).join('');
    case 'instead': {
      const from = find(where.from);
      const to = where.to === where.from ? from : find(where.to, from);
      return lines.toSpliced(from, to - from + 1, piece).join('');
    }
    default:
      return where satisfies never;
  }
}
