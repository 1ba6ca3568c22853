import { wrapAnsi } from 'fast-wrap-ansi';

const comfortable = 90;

/** A text wrapped for reading: never wider than the terminal, nor than the eye likes. */
export function paragraph(text: string, columns: number): string {
  return wrapAnsi(text, Math.max(20, Math.min(columns, comfortable)), { hard: true });
}
