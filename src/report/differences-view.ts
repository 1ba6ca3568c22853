import { blindSpot, type Compared, compared } from '../assessment/differences.ts';
import { asGiven } from '../assessment/stored-answers.ts';
import { fromLong } from '../questionnaire/answers.ts';
import { otherwise } from '../questionnaire/overruled.ts';
import type {
  DifferencesView,
  DifferenceView,
  Mark,
  ProfileDifferenceView,
  VoiceView,
} from './differences-view-type.ts';
import { briefly, saidInWords, speaker } from './said-in-words.ts';
import { answerInWords, spoken, type Telling, titleOf } from './telling.ts';
import { trackOf } from './track.ts';

const left = 36;
const right = 284;
/** How far signs at the same place stand apart. */
const apart = 22;

// A sign for each role, by its place in the questionnaire; told apart without colour.
const marks: readonly Mark[] = [
  { shape: 'circle', filled: true, sign: '●' },
  { shape: 'square', filled: false, sign: '□' },
  { shape: 'triangle', filled: true, sign: '▲' },
  { shape: 'diamond', filled: false, sign: '◇' },
  { shape: 'square', filled: true, sign: '■' },
  { shape: 'circle', filled: false, sign: '○' },
  { shape: 'diamond', filled: true, sign: '◆' },
  { shape: 'triangle', filled: false, sign: '△' },
];

/** What several roles see differently; null where nothing was answered by more than one. */
export function differencesView(telling: Telling): DifferencesView | null {
  const { assessment, questionnaire } = telling;
  const due = new Set(
    assessment.hurdles.flatMap(({ questions }) =>
      questions.flatMap(({ id, state }) => (state === 'not-due' ? [] : [id])),
    ),
  );
  const several = compared(questionnaire, asGiven(assessment.answers), (id) => due.has(id));
  const profile = profileRows(telling);
  if (several.length === 0 && profile.length === 0) return null;
  const differing = several.filter(({ spread }) => spread > 0);
  const roles = questionnaire.roles.map(({ id }) => id);
  const heard = roles.filter((role) =>
    several.some(({ voices }) => voices.some(({ source }) => source.role === role)),
  );
  const pair = blindSpot(roles, several);
  return {
    several: several.length,
    differing: differing.length,
    key: heard.map((role) => ({ role: telling.role(role), mark: markOf(role, telling) })),
    blindSpot: pair && {
      ...pair,
      one: telling.role(pair.one),
      other: telling.role(pair.other),
      same: pair.both - pair.better - pair.worse,
    },
    rows: differing.map((one) => rowOf(one, telling)),
    profile,
  };
}

function profileRows(telling: Telling): readonly ProfileDifferenceView[] {
  const { assessment, questionnaire, tell } = telling;
  return questionnaire.profile.flatMap((question) => {
    const { id } = question;
    const stands = assessment.profile[id];
    const sources = stands?.sources ?? [];
    if (!stands || otherwise(sources, fromLong(stands), question).length === 0) return [];
    const inWords = (answer: typeof stands.answer) =>
      answer === undefined ? null : answerInWords(telling, id, answer);
    return [
      {
        title: titleOf(telling, id),
        stands: inWords(stands.answer),
        voices: sources.map((source) => ({
          who: speaker({ source, points: null }, questionnaire, tell),
          answer: inWords(source.answer),
          state: source.answer === undefined ? (source.state ?? 'unknown') : 'answered',
        })),
      },
    ];
  });
}

function rowOf(one: Compared, telling: Telling): DifferenceView {
  const { id, core, spread, scoring, voices } = one;
  const { questionnaire, tell, numbers, language } = telling;
  const question = telling.question(id);
  const isLevel = question?.kind === 'level';
  const { lowest, highest } = scoring;
  const share = (points: number) => (points - lowest) / (highest - lowest || 1);
  const place = (points: number) => round(left + (right - left) * share(points));
  const known = voices.flatMap(({ points }) => points ?? []);
  const from = place(Math.min(...known));
  const hurdle = questionnaire.questions.find((placed) => placed.question.id === id)?.hurdle;
  const found = questionnaire.hurdles.find((candidate) => candidate.id === hurdle);
  const levels = isLevel ? highest + 1 : 5;
  return {
    title: titleOf(telling, id),
    hurdle: found ? tell(found.title) : '',
    core,
    spread: numbers.exact(spread),
    isLevel,
    said: saidInWords(one, questionnaire, tell, language),
    track: `${numbers.exact(lowest)} ${trackOf(
      voices.flatMap(({ source, points }) =>
        points === null
          ? []
          : [{ at: share(points) * (levels - 1), sign: markOf(source.role, telling).sign }],
      ),
      levels,
    )} ${numbers.exact(highest)}`,
    scale: {
      from: numbers.exact(lowest),
      to: numbers.exact(highest),
      x: left,
      width: right - left,
      ticks: Array.from({ length: levels }, (_tick, index) =>
        round(left + ((right - left) * index) / (levels - 1)),
      ),
      span: { x: from, width: round(place(Math.max(...known)) - from) },
    },
    voices: voices.map((voice, index): VoiceView => {
      const { source, points } = voice;
      const { answer, state = 'unanswered' } = source;
      return {
        who: speaker(voice, questionnaire, tell),
        said: briefly(voice, id, questionnaire, tell, language),
        answer: answer === undefined ? null : answerInWords(telling, id, answer),
        state: answer === undefined ? state : 'answered',
        note: spoken(source.note),
        evidence: source.evidence ?? null,
        mark: markOf(source.role, telling),
        x: points === null ? null : round(place(points) + shift(one, index)),
      };
    }),
  };
}

// Signs at the same place stand side by side.
function shift({ voices }: Compared, index: number): number {
  const here = voices.flatMap(({ points }, other) =>
    points === voices[index]?.points ? [other] : [],
  );
  return (here.indexOf(index) - (here.length - 1) / 2) * apart;
}

function markOf(role: string, { questionnaire }: Telling): Mark {
  const place = questionnaire.roles.findIndex(({ id }) => id === role);
  return marks[Math.max(0, place) % marks.length] as Mark;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
