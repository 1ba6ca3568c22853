import type {
  Address,
  Comparing,
  Condition,
  ResultName,
  Scalar,
} from '../questionnaire/condition.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import { type Questionnaire, questionCalled } from '../questionnaire/questionnaire.ts';
import { type Tell, teller } from '../questionnaire/teller.ts';
import { tame } from '../shared/tame.ts';
import { type Numbers, numbersIn } from './numbers.ts';
import { quantityInWords } from './quantity.ts';
import { quoted, type ReportWords, type Say, sayIn } from './report-words.ts';

/** A condition as a reader without knowledge of the format understands it: „Stand“ mindestens „Pilot“. */
export type WordCondition = (condition: Condition) => string;

/**
 * Makes the teller of a questionnaire's conditions. What is mixed of "and" and "or" stands in brackets, so that there
 * is only one way to read it.
 *
 * @param words those of reports, in the language
 */
export function conditionWords(
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): WordCondition {
  const wording: Wording = {
    questionnaire,
    tell: teller(questionnaire, {}, language),
    say: sayIn(words, language),
    numbers: numbersIn(language),
  };
  return (condition) => worded(condition, wording).text;
}

type Wording = {
  readonly questionnaire: Questionnaire;
  readonly tell: Tell;
  readonly say: Say;
  readonly numbers: Numbers;
};

/** Words, and what holds their parts together: "and", "or", or nothing that could be taken apart. */
type Worded = { readonly text: string; readonly joint: 'all' | 'any' | null };

function worded(condition: Condition, wording: Wording): Worded {
  const { say } = wording;
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = simpleFirst(condition.of).map((part) => worded(part, wording));
      const [only, ...others] = parts;
      if (only && others.length === 0) return only;
      const texts = parts.map((part) => within(condition.kind, part, say));
      return { text: texts.join(say(`condition.${condition.kind}`)), joint: condition.kind };
    }
    case 'not':
      return {
        text: say('condition.not', { condition: worded(condition.of, wording).text }),
        joint: null,
      };
    case 'compare':
      return comparison(condition, wording);
    default:
      return condition satisfies never;
  }
}

// The order means nothing, and that of the file is lost in reading it.
function simpleFirst(parts: readonly Condition[]): readonly Condition[] {
  const isSimple = ({ kind }: Condition) => kind === 'compare';
  return [...parts.filter(isSimple), ...parts.filter((part) => !isSimple(part))];
}

// Of one kind they may stand in a row; "a and b or c" would leave it open what belongs together.
function within(joint: 'all' | 'any', part: Worded, say: Say): string {
  return part.joint === null || part.joint === joint
    ? part.text
    : say('condition.bracketed', { condition: part.text });
}

function comparison({ address, operator, value }: Comparing, wording: Wording): Worded {
  const { say } = wording;
  const what = subject(address, wording);
  const operands: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  switch (operator) {
    case 'answered':
    case 'unknown':
    case 'hasNumber': {
      const sense = value === true ? 'positive' : 'negative';
      return { text: say(`condition.compare.${operator}.${sense}`, { what }), joint: null };
    }
    case 'in': {
      const values = operands.map((operand) => valueWords(operand, address, wording));
      const text = say('condition.compare.is', {
        what,
        value: values.join(say('condition.any')),
      });
      return { text, joint: values.length > 1 ? 'any' : null };
    }
    case 'is':
    case 'isNot':
    case 'atLeast':
    case 'atMost':
    case 'above':
    case 'below':
    case 'includes': {
      const words = operands.map((operand) => valueWords(operand, address, wording)).join();
      const text = say(`condition.compare.${operator}`, { what, value: words });
      return { text, joint: null };
    }
    default:
      return operator satisfies never;
  }
}

function subject(address: Address, wording: Wording): string {
  const { tell, say } = wording;
  if (address.kind === 'result') return result(address.name, address.of, wording);
  const asked = askedAt(address, wording);
  return quoted(asked ? tell(asked.title ?? asked.text) : tame(address.id), say);
}

function askedAt(
  { kind, id }: Exclude<Address, { kind: 'result' }>,
  { questionnaire }: Wording,
): ProfileQuestion | Question | undefined {
  return kind === 'profile'
    ? questionnaire.profile.find((question) => question.id === id)
    : questionCalled(questionnaire, id);
}

// Of the whole, of one hurdle, of at least one, of the core questions.
function result(
  name: ResultName,
  of: string | null,
  { questionnaire, tell, say }: Wording,
): string {
  if (of === null) return say(`condition.result.${name}.whole`);
  if (of === 'any' || of === 'core') return say(`condition.result.${name}.${of}`);
  const hurdle = questionnaire.hurdles.find(({ id }) => id === of);
  const title = quoted(hurdle ? tell(hurdle.title) : tame(of), say);
  return say(`condition.result.${name}.hurdle`, { hurdle: title });
}

function valueWords(value: Scalar, address: Address, wording: Wording): string {
  const { numbers, say } = wording;
  const label = labelOf(String(value), address, wording);
  if (label !== null) return quoted(label, say);
  if (typeof value !== 'number') return quoted(tame(String(value)), say);
  const asked = address.kind === 'result' ? undefined : askedAt(address, wording);
  if (asked?.kind === 'number') return quantityInWords(value, asked, numbers, wording.tell);
  const isShare = address.kind === 'result' && address.name === 'unknown';
  return isShare ? numbers.exactPercent(value) : numbers.exact(value);
}

// The name of an option or a role; a level is called by its number.
function labelOf(option: string, address: Address, wording: Wording): string | null {
  const { questionnaire, tell } = wording;
  if (address.kind === 'result') {
    const role = questionnaire.roles.find(({ id }) => id === option);
    return address.name === 'role' && role ? tell(role.title) : null;
  }
  const asked = askedAt(address, wording);
  if (!asked || !('options' in asked) || asked.kind === 'level') return null;
  const found = asked.options.find(({ id }) => id === option);
  return found ? tell(found.label) : null;
}
