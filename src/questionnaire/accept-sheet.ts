import {
  type AcceptEntry,
  type Acceptors,
  type Long,
  profileAcceptors,
  questionAcceptors,
} from './accept-entry.ts';
import { type FileGiven, fileCheck, stepsCheck } from './accept-file.ts';
import { type Fields, isMap } from './accept-shape.ts';
import type { AnswerValue } from './answers.ts';
import type { Standing } from './compile-condition.ts';
import type { Questionnaire } from './questionnaire.ts';
import {
  absent,
  type OptionIndex,
  optionIndex,
  standingBy,
  unanswered,
  unknown,
} from './standing.ts';

/** Answers by position, as judging needs them, and what is told of them beside the results. */
export type AcceptedSheet = {
  readonly profile: readonly Standing[];
  readonly questions: readonly Standing[];
  readonly given: Pick<FileGiven, 'questionnaire' | 'scope' | 'respondent' | 'updated'>;
  /** As the reader has left it. */
  readonly subject: { readonly name: string | undefined; readonly use: string | undefined };
};

/**
 * Takes what `acceptingAnswers` takes, without building the answers: every answer goes to its position at once. A test
 * holds the two together.
 *
 * @param keys    how many keys the text has: where fewer are found, one was given twice
 * @param decoded what a text of the data says, where the reader has left its characters as bytes; asked only of texts
 *   that judging looks at
 * @returns null for "read it properly"
 */
export type AcceptSheet = (data: unknown, keys: number, decoded: Decode) => AcceptedSheet | null;

type Decode = (text: string) => string;

/** Makes a questionnaire ready to take sheets; do it once for as many as you like. */
export function acceptingSheets(questionnaire: Questionnaire): AcceptSheet {
  const profile = placesIn(profileAcceptors(questionnaire));
  const questions = placesIn(questionAcceptors(questionnaire));
  const required = questionnaire.profile.flatMap((question, position) =>
    question.required ? [position] : [],
  );
  const naming = questionnaire.profile.findIndex((question) => question.names === 'use');
  const namingId = questionnaire.profile[naming]?.id ?? '';
  const isFile = fileCheck(questionnaire);
  const areSteps = stepsCheck(questionnaire);

  return (data, keys, decoded) => {
    if (!isFile(data) || !areSteps(data.steps)) return null;
    const said = placed(data.profile, profile, decoded);
    if (!said || required.some((position) => said.standings[position] === unanswered)) return null;
    const answered = placed(data.answers, questions, decoded);
    if (!answered || keysBeside(data) + said.keys + answered.keys !== keys) return null;
    const { name, use } = data.subject ?? {};
    const isNamed = use == null && said.standings[naming]?.state === 'answered';
    const told = isNamed ? valueIn(data.profile?.[namingId]) : use;
    return {
      profile: said.standings,
      questions: answered.standings,
      given: data,
      subject: {
        name: name ?? undefined,
        use: told == null ? undefined : String(told),
      },
    };
  };
}

function valueIn(entry: unknown): unknown {
  return isMap(entry) ? entry.answer : entry;
}

type Place = {
  readonly position: number;
  readonly accepts: AcceptEntry;
  readonly isTextual: boolean;
  readonly options: OptionIndex;
  /** How it stands by a bare word that names an option and no state; only where one is chosen. */
  readonly words: OptionIndex['ids'];
};

function placesIn(acceptors: Acceptors): ReadonlyMap<string, Place> {
  return new Map(
    [...acceptors].map(([id, { position, question, accepts }]) => {
      const isTextual = question.kind === 'text';
      const options = optionIndex(question);
      const words = new Map(question.kind === 'choice' ? options.ids : []);
      for (const state of states) words.delete(state);
      return [id, { position, accepts, isTextual, options, words }];
    }),
  );
}

type Placed = { readonly standings: readonly Standing[]; readonly keys: number };

// An empty section says nothing, and neither does an empty entry.
function placed(
  entries: Fields | null | undefined,
  places: ReadonlyMap<string, Place>,
  decoded: Decode,
): Placed | null {
  const standings = new Array<Standing>(places.size).fill(unanswered);
  if (entries == null) return { standings, keys: 0 };
  let keys = 0;
  for (const id in entries) {
    keys += 1;
    const place = places.get(id);
    if (!place) return null;
    const entry = entries[id];
    const chosen = chosenBy(entry, place);
    if (chosen) {
      standings[place.position] = chosen;
      continue;
    }
    if (entry === null) continue;
    if (!place.accepts(entry)) return null;
    if (isMap(entry)) keys += keysOf(entry);
    standings[place.position] = standingOf(entry, place, decoded);
  }
  return { standings, keys };
}

const states = ['unknown', 'not-applicable'];

// Most entries are one of a few that can be chosen, and that is right by being found.
function chosenBy(entry: unknown, { options, words }: Place): Standing | undefined {
  if (typeof entry === 'number') return options.levels[entry];
  return typeof entry === 'string' ? words.get(entry) : undefined;
}

// A bare word may be a state, but for texts; in the long form an option may be called so.
function standingOf(entry: unknown, place: Place, decoded: Decode): Standing {
  if (isMap(entry)) {
    const { answer, state } = entry as Long;
    return answer === undefined ? byState(state) : standingAt(answer, place, decoded);
  }
  const isState = !place.isTextual && states.includes(entry as string);
  return isState
    ? byState(entry as Long['state'])
    : standingAt(entry as AnswerValue, place, decoded);
}

function byState(state: Long['state']): Standing {
  return state === 'unknown' ? unknown : absent;
}

function standingAt(value: AnswerValue, { isTextual, options }: Place, decoded: Decode): Standing {
  return standingBy(isTextual ? decoded(value as string) : value, options);
}

// Those of the file, and of what stands in it beside the entries.
function keysBeside(data: FileGiven): number {
  const { questionnaire, subject, scope, respondent, steps } = data;
  let keys = keysOf(data) + keysOf(questionnaire) + keysOf(subject) + keysOf(scope);
  keys += keysOf(respondent) + keysOf(steps);
  if (steps != null)
    for (const id of Object.keys(steps)) keys += keysOf(steps[id] as Fields | null);
  return keys;
}

function keysOf(map: object | null | undefined): number {
  let keys = 0;
  for (const _key in map) keys += 1;
  return keys;
}
