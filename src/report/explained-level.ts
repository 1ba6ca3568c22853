import type { Wordy } from './explaining.ts';

/** Where a hurdle stands, from its certain to its possible level. */
export function levelOf(id: string, { say, telling }: Pick<Wordy, 'say' | 'telling'>): string {
  const hurdle = telling.assessment.hurdles.find((one) => one.id === id);
  if (!hurdle || hurdle.levelHigh === null) {
    return `${say('explain.level.none')}: ${say(`explain.reason.${hurdle?.reason ?? 'not-due'}`)}`;
  }
  if (hurdle.level === null) {
    return `${say('explain.level.none')}: ${say(`explain.reason.${hurdle.reason ?? 'not-due'}`)}`;
  }
  const plus = hurdle.plus ? '+' : '';
  return hurdle.level === hurdle.levelHigh
    ? say('explain.level.one', { level: `${hurdle.level}${plus}` })
    : say('explain.level.range', { level: `${hurdle.level}${plus}`, high: hurdle.levelHigh });
}

/** Why there is no level; for beside the label that says it is about one. */
export function noLevel(reason: string | null, { say }: Wordy): string {
  return say('explain.level.no', { reason: say(`explain.reason.${reason ?? 'not-due'}`) });
}
