import type { Standing } from '../questionnaire/compile-condition.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import type { ProfileQuestion } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type Memory, memoryOf } from '../shared/memory.ts';
import type { Stand } from './stand.ts';

/**
 * What is the same for many who answer, so that it is worked out once: companies of one kind are asked the same and have
 * the same targets. It changes no result: a key holds all that the value hangs on.
 */
export type Remembered = {
  /** A key of what decides on it in a profile; null where numbers or texts do, which few have in common. */
  readonly keyOf: (profile: readonly Standing[]) => number | null;
  /** How many keys there can be. */
  readonly keys: number;
  /** Whether gates ask about nothing but the profile and scored questions. */
  readonly areGatesPlain: boolean;
  /** What is due and at what targets, by that key. */
  readonly due: Memory<Due>;
  /** The level with all targets reached, by that key and the questions that do not apply. */
  readonly targetLevel: Memory<number | null>;
};

/** What is due, and at what targets. */
export type Due = Pick<Stand, 'notDue' | 'targets'> & {
  /** Whether nothing but targets, and what does not apply, decides on the level with all targets reached. */
  readonly isAimed: boolean;
};

export function rememberedOf(questionnaire: Questionnaire): Remembered {
  const { profile } = questionnaire;
  const positions = decidingOn(questionnaire);
  const codes = (positions ?? []).map((position) => codeOf(profile[position] as ProfileQuestion));
  const keys = codes.reduce((product, { count }) => product * count, 1);
  const isKnown = positions !== null && keys < Number.MAX_SAFE_INTEGER;
  return {
    keyOf: (standings) => {
      if (!isKnown) return null;
      let key = 0;
      for (let place = 0; place < positions.length; place += 1) {
        const { count, of } = codes[place] as Code;
        const code = of(standings[positions[place] as number] as Standing);
        if (code < 0) return null;
        key = key * count + code;
      }
      return key;
    },
    keys,
    areGatesPlain: gatesArePlain(questionnaire),
    due: memoryOf(most),
    targetLevel: memoryOf(most),
  };
}

/** Some megabytes. */
const most = 20_000;

// Positions of the profile questions that decide on what is due, at what target, and on gates; null where more than the
// profile does.
function decidingOn({
  questions,
  gates,
  targets,
  profile,
}: Questionnaire): readonly number[] | null {
  const due = [
    ...questions.flatMap(({ question }) => [question.when, question.quick]),
    ...targets.modifiers.map(({ when }) => when),
  ]
    .filter((condition) => typeof condition === 'object')
    .flatMap(comparisonsOf);
  const gating = gates.flatMap(({ when }) => comparisonsOf(when));
  const isByProfile = due.every(({ address }) => address.kind === 'profile');
  if (!isByProfile) return null;
  const ids = [...due, ...gating].flatMap(({ address }) =>
    address.kind === 'profile' ? [address.id] : [],
  );
  const selector = targets.by === undefined ? [] : [targets.by];
  return [...new Set([...selector, ...ids])].map((id) =>
    profile.findIndex((question) => question.id === id),
  );
}

function gatesArePlain({ gates, questions }: Questionnaire): boolean {
  const unscored = questions.flatMap(({ question }) =>
    question.kind === 'text' ? [question.id] : [],
  );
  return gates
    .flatMap(({ when }) => comparisonsOf(when))
    .every(
      ({ address }) =>
        address.kind === 'profile' ||
        (address.kind === 'question' && !unscored.includes(address.id)),
    );
}

/** Numbers each way a question may stand: from 0 to below `count`; -1 for a way that is not remembered. */
type Code = { readonly count: number; readonly of: (standing: Standing) => number };

function codeOf(question: ProfileQuestion): Code {
  const options = 'options' in question ? question.options.length : 0;
  const areSeveral = question.kind === 'several';
  const codeOfValue = areSeveral && options <= 30 ? codeOfSeveral : codeOfOne(options);
  return {
    count: open.length + (areSeveral ? 2 ** options : options),
    of: (standing) => {
      if (standing.state !== 'answered') return open.indexOf(standing.state);
      const code = codeOfValue(standing.value);
      return code < 0 ? code : open.length + code;
    },
  };
}

const open = ['absent', 'unanswered', 'unknown'];

type Value = Extract<Standing, { state: 'answered' }>['value'];

function codeOfOne(options: number): (value: Value) => number {
  return (value) => {
    const isOption = typeof value === 'number' && value >= 0 && value < options;
    return isOption && Number.isInteger(value) ? value : -1;
  };
}

// In whatever order they were named.
function codeOfSeveral(value: Value): number {
  if (typeof value !== 'object') return -1;
  let code = 0;
  for (const option of value) {
    if (option < 0) return -1;
    code |= 1 << option;
  }
  return code;
}
