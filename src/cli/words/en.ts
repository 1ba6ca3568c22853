import type { NumberRange } from '../../questionnaire/number-range.ts';
import type { ChangeOfIds, ProblemFacts } from '../../shared/problem.ts';
import { unbroken } from '../../shared/unbroken.ts';
import type { Words } from './de.ts';

const rangeWords = ({ min, max }: NumberRange, told: (value: number) => string) => {
  if (min === undefined) return max === undefined ? null : `at most ${told(max)}`;
  return max === undefined ? `at least ${told(min)}` : `${told(min)} to ${told(max)}`;
};

// As one types it: no sign between thousands.
const typedNumber = (value: number) =>
  new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 12 }).format(value);

const meant = (nearest: string | null) =>
  nearest === null ? {} : { hint: `Did you mean \`${nearest}\`?` };
const choices = (allowed: readonly string[]) =>
  allowed.length === 0 ? 'There is nothing to choose from.' : `Possible: ${allowed.join(', ')}.`;
const meantOr = (nearest: string | null, allowed: readonly string[]) => ({
  hint: nearest === null ? choices(allowed) : `Did you mean \`${nearest}\`? ${choices(allowed)}`,
});

const shortened = (text: string) =>
  text.length > 40 ? `${text.slice(0, 38)}…${text.at(-1)}` : text;

const bounds = (lowest: number | null, highest: number | null) =>
  [
    ...(lowest === null ? [] : [`\`min\` is ${lowest}`]),
    ...(highest === null ? [] : [`\`max\` is ${highest}`]),
  ].join(', ');

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  choice: 'a question of kind `choice`',
  object: 'a map (key: value)',
  record: 'a map (key: value)',
};
const typeWords = (expected: string) =>
  expected
    .split(' / ')
    .map((type) => types[type] ?? type)
    .join(' or ');

const forms: Readonly<Record<string, string>> = {
  id: 'lower-case letters (a–z), digits and hyphens, e.g. `department-2`',
  'question-id':
    'two or more names joined by dots, each of lower-case letters (a–z), digits and hyphens, e.g. `goals.target`',
  version: 'three numbers with dots, e.g. `1.0.0`',
  duration: 'a number with d (days) or w (weeks), e.g. `26w`',
  date: 'a date, e.g. `2026-11-20`',
  timestamp: 'a point in time, e.g. `2026-11-20T09:14:00Z`',
  moment:
    'a day or a point in time with its time zone, e.g. `2026-11-20` or `2026-11-20T09:14:00Z`',
  language: 'a language code, e.g. `de`',
  effort: '`min` no larger than `max`',
  colour:
    'a colour: # and six digits in quotation marks, such as "#1b3a6b"; without them # begins a comment',
  base: 'the id of a questionnaire or a file in the same folder, e.g. `base.yaml`',
  condition: 'at least one condition; without any it would always hold',
};

const kinds: Readonly<Record<string, { readonly name: string; readonly hint: string }>> = {
  questionnaire: {
    name: 'a questionnaire',
    hint: 'A questionnaire is named with -q: hurdles report ANSWERS.yaml -q QUESTIONNAIRE.yaml',
  },
  answers: {
    name: 'a file of answers',
    hint: 'Answers stand behind the command: hurdles report ANSWERS.yaml',
  },
  assessment: {
    name: 'a stored assessment',
    hint: 'Assessments are read by hurdles report, score, explain, plan and compare.',
  },
  comparison: {
    name: 'a comparison',
    hint: 'Comparisons are written by hurdles compare and read by other programs.',
  },
  plan: {
    name: 'a plan',
    hint: 'Plans are written by hurdles plan --json and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  explanation: {
    name: 'an explanation',
    hint: 'Explanations are written by hurdles explain --json and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  'assessment-line': {
    name: 'a line with a result',
    hint: 'Such lines are written by hurdles score --ndjson and read by other programs. With --full they are whole assessments, which can be read again.',
  },
  check: {
    name: 'the result of a check',
    hint: 'It is written by hurdles check and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  lint: {
    name: 'what lint found in files',
    hint: 'It is written by hurdles lint and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  list: {
    name: 'a list of questionnaires',
    hint: 'It is written by hurdles list --json and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  test: {
    name: 'the result of cases',
    hint: 'It is written by hurdles test --json and read by other programs. Answers: hurdles report ANSWERS.yaml',
  },
  cases: {
    name: 'a file of cases',
    hint: 'Cases belong beside their questionnaire and are run by: hurdles test QUESTIONNAIRE.yaml',
  },
  config: {
    name: 'a configuration',
    hint: 'It is read by itself where it lies in the folder.',
  },
  brand: {
    name: 'a brand',
    hint: 'A brand is named by --brand: hurdles report ANSWERS.yaml --brand brand.yaml',
  },
};

const kindOf = (format: string) => {
  const name = format.split('/')[0] ?? '';
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
};

const things: Readonly<Record<ProblemFacts['unknown-id']['what'], string>> = {
  hurdle: 'hurdle',
  question: 'question',
  profile: 'profile question',
  scale: 'scale',
  role: 'role',
  worksheet: 'worksheet',
  gate: 'gate',
  verdict: 'verdict',
  contradiction: 'contradiction',
  entry: 'entry in the questionnaire below',
  options: 'list of options below `optionScales` called',
};

const places: Readonly<Record<ProblemFacts['address-not-allowed']['where'], string>> = {
  wording: 'A variant of a text may ask about the profile only.',
  when: 'Only the profile and earlier questions may be asked about here.',
  modifier: 'Only the profile and earlier questions may be asked about here.',
  gate: 'A gate may ask about the profile and answers, not about results.',
  verdict: 'A verdict may not ask about this.',
  contradiction: 'A contradiction may not ask about this.',
  check: 'A check may not ask about that.',
};

const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ');

const changeWords = ({ change, of, from, to, left }: ChangeOfIds): string => {
  const what = {
    rename: `${named(from)} is now ${named(to)}`,
    remove: `${named(from)} ${of === null ? 'is asked no more' : 'is no longer an answer'}`,
    split: `${named(from)} is now split into ${named(to)}`,
    merge: `${named(from)} are now merged into ${named(to)}`,
  }[change];
  const then = {
    open: ' (please answer anew)',
    aside: ' (it had an answer already, which stays)',
  };
  return `${of === null ? '' : `In \`${of}\`: `}${what}${left === undefined ? '' : then[left]}`;
};

const changesWords = (changes: readonly ChangeOfIds[]) => {
  const told = changes.slice(0, 3).map(changeWords);
  const more = changes.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

const yamlReasons: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'There is a tab in the indentation; YAML wants spaces.',
  BAD_INDENT: 'The indentation does not fit the lines before it.',
  MISSING_CHAR:
    'A character is missing here, perhaps a closing quote or bracket, or the indentation does not fit.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second colon in one line (a text needs quotes, a condition `{ }`), or the next line is indented too far.',
  MISSING_SPACE: 'A space is missing here, behind the colon or the dash before it.',
  HARD_SPACE:
    'There is a no-break space here, as copying from other programs leaves behind; YAML wants plain ones.',
  COLON_IN_TEXT: 'There is a colon in a text here; the text needs quotes.',
  WRONG_DASH: 'An entry of a list begins with the short hyphen “-”, not with the long dash.',
  QUOTE_IN_QUOTES: 'A text in quotes must not hold straight ones; use “ and ” there.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  MULTIPLE_DOCS: 'The file holds several documents (`---`); only one is allowed.',
  MANY_OBJECTS: 'A second JSON object begins here; a file holds one.',
  UNEXPECTED_TOKEN: 'This character is in an unexpected place.',
};

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you do not have the permission.',
  EPERM: 'the system does not allow it.',
  EROFS: 'this disk can only be read from.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is used up.',
  ENOENT: 'the folder is missing.',
  ENOTDIR: 'what should be a folder in the path is a file.',
  EEXIST: 'what should be a folder in the path is a file.',
  EISDIR: 'it is a folder.',
  ENAMETOOLONG: 'the name is too long.',
  ELOOP: 'the links lead round in a circle.',
  EBUSY: 'another program is using the file.',
  ETXTBSY: 'another program is using the file.',
  EMFILE: 'too many files are open at once.',
  ENFILE: 'too many files are open at once.',
  EIO: 'the disk reports an error.',
};

// A refusal of the system in words, or by the name it has there.
const why = (reason: string) => {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined ? ` (${reason}).` : `: ${words}`;
};

/** The program's own words in English. */
export const en: Words = {
  problems: {
    'too-large': ({ characters, limit }) => ({
      what: `The file is too large, ${characters} characters.`,
      hint: `At most ${limit} are allowed.`,
    }),
    'too-deep': ({ limit }) => ({
      what: 'The file is nested too deep.',
      hint: `At most ${limit} levels are allowed.`,
    }),
    'too-many-bytes': ({ limit }) => ({
      what: 'The file is too large.',
      hint: `At most ${limit} bytes are read.`,
    }),
    'too-many-lines': ({ lines, limit }) => ({
      what: `The file is too long, ${lines} lines.`,
      hint: `At most ${limit} are allowed.`,
    }),
    'too-many-parts': ({ limit }) => ({
      what: 'The file has too many keys and values.',
      hint: `At most ${limit} are allowed, with the signs between them.`,
    }),
    'too-long-text': ({ characters, limit }) => ({
      what: `The text is too long, ${characters} characters.`,
      hint: `At most ${limit} are allowed.`,
    }),
    'too-many': ({ what, count, limit }) => ({
      what: {
        question: `The questionnaire has ${count} questions.`,
        option: `There are ${count} options here.`,
        entry: `The list has ${count} entries.`,
      }[what],
      hint: `At most ${limit} are allowed.`,
    }),
    'empty-file': () => ({
      what: 'The file is empty.',
      hint: 'A new interview creates it: hurdles interview FILE',
    }),
    'yaml-syntax': ({ reason, message }) => ({
      what: yamlReasons[reason] ?? 'This is not valid YAML.',
      hint:
        reason === 'MANY_OBJECTS'
          ? 'Many sheets of answers, one a line, are judged by: hurdles score --ndjson'
          : `In detail: ${message}`,
    }),
    'more-syntax': ({ count }) => ({
      what: `From here on ${count === 1 ? '1 more place' : `${count} more places`} cannot be read.`,
      hint: 'They probably follow from the first ones; mend those first.',
    }),
    'more-problems': ({ errors, warnings, notes, limit }) => ({
      what: `Here and elsewhere in the file there are ${[
        ...(errors > 0 ? [errors === 1 ? '1 error' : `${errors} errors`] : []),
        ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
        ...(notes > 0 ? [notes === 1 ? '1 note' : `${notes} notes`] : []),
      ].join(', ')} more.`,
      hint: `At most ${limit} of a file are told one by one, the gravest first; mend those.`,
    }),
    'duplicate-key': ({ more }) =>
      more === undefined
        ? {
            what: 'This key already appears further up.',
            hint: 'Keep one of the two.',
          }
        : {
            what: `This key and ${more === 1 ? 'another' : `${more} others`} behind it already appear further up in the same entry.`,
            hint: 'If a new entry begins here, it lacks its dash `- `. Otherwise keep one of the two.',
          },
    'alias-refused': () => ({
      what: 'Anchors and aliases (`&`, `*`) are not read.',
      hint: 'Write the value out in each place.',
    }),
    'unknown-tag': ({ tag }) => ({
      what: `The YAML tag \`${tag}\` is not read.`,
      hint: 'Leave it out; quotes are enough for a text.',
    }),
    'wrong-format': ({ found, expected }) => {
      const [is, needed] = [found, expected].map(kindOf);
      if (is !== undefined && needed !== undefined && is !== needed) {
        return { what: `This is ${is.name}; ${needed.name} is needed.`, hint: is.hint };
      }
      return {
        what:
          found === ''
            ? 'The line `format:` is missing.'
            : `The file has the format \`${found}\`; \`${expected}\` is needed.`,
        hint: `Write at the top: format: ${expected}`,
      };
    },
    'missing-key': ({ key, allowed = [] }) => ({
      what: `\`${key}\` is missing here.`,
      hint:
        allowed.length === 1
          ? `Add \`${key}: ${allowed[0]}\`.`
          : `Add \`${key}:\`.${allowed.length === 0 ? '' : ` Possible are: ${allowed.map((one) => `\`${one}\``).join(', ')}.`}`,
    }),
    'unknown-key': ({ key, nearest, allowed = [] }) => ({
      what: `There is no key \`${key}\` here.`,
      hint:
        nearest === null
          ? `${allowed.length === 0 ? '' : `${choices(allowed)} `}Keys of your own begin with \`x-\`.`
          : `Did you mean \`${nearest}\`? Keys of your own begin with \`x-\`.`,
    }),
    'cut-text': ({ key }) => ({
      what: `A comma has cut off the text before \`${key}\`.`,
      hint: 'Put the whole text in quotes.',
    }),
    'decimal-comma': ({ found, meant }) => ({
      what: `\`${found}\` has a comma; decimals stand behind a point.`,
      hint: `Write ${meant}. \`--fix\` mends it.`,
    }),
    'wrong-type': ({ expected, found, write }) => ({
      what: `This should be ${typeWords(expected)}; found \`${found}\`.`,
      ...(expected === 'array' && found !== 'null' ? { hint: `Write a list: [${found}]` } : {}),
      ...(found === 'null'
        ? { hint: 'Nothing stands behind the colon: add it, or delete the key.' }
        : {}),
      ...(expected === 'string' && /^[\w.-]+$/.test(found) && found !== 'null'
        ? { hint: 'Put the text in quotation marks.' }
        : {}),
      ...(write === undefined ? {} : { hint: `Write: ${write}` }),
    }),
    'not-one-of': ({ value, allowed, nearest }) => ({
      what: `\`${value}\` is not possible here.`,
      ...meantOr(nearest, allowed),
    }),
    'out-of-range': ({ found, bound, of }) => ({
      what: `The ${of === 'target' ? of : 'value'} is ${found}; it must be ${bound}.`,
      ...(of === 'version'
        ? {
            hint: `A migration leads at most to the version of the file: raise \`version\` to ${found}.`,
          }
        : {}),
    }),
    malformed: ({ found, form }) => ({
      what: `\`${found}\` does not have the right form.`,
      hint: `Needed: ${forms[form] ?? form}.`,
    }),
    'number-as-text': ({ found, meant }) => ({
      what: `\`${found}\` is a text; a number is needed.`,
      hint: `Write ${meant.join(' or ')}, without quotation marks and without separating thousands.`,
    }),
    'duplicate-id': ({ id, first }) => ({
      what: `\`${id}\` is there already${first === undefined ? '' : `, in line ${first.line}${first.file === undefined ? '' : ` of ${first.file}`}`}.`,
      hint: 'Each id may be used only once.',
    }),
    'reserved-id': ({ id }) => ({
      what: `\`${id}\` cannot be the id of an option.`,
      hint: 'Other programs read this word differently; choose a more descriptive one, e.g. `not-yet`.',
    }),
    'device-name': ({ name }) => ({
      what: `\`${name}\` cannot be the id here: files are named by it, and Windows takes it for a device.`,
      hint: `Choose another one, e.g. \`${name}-1\`.`,
    }),
    'unknown-id': ({ what, id, nearest }) => ({
      what: `There is no ${things[what]} \`${id}\`.`,
      ...meant(nearest),
    }),
    'unknown-option': ({ of, option, allowed, nearest }) => ({
      what: `\`${of}\` has no answer \`${option}\`.`,
      ...meantOr(nearest, allowed),
    }),
    'missing-language': ({ language }) => ({
      what: `The text is missing in \`${language}\`.`,
      hint: `Add \`${language}:\`, or take the language out of \`languages\`.`,
    }),
    'unknown-language': ({ language, languages }) => ({
      what: `\`${language}\` is not a language of this questionnaire.`,
      hint: `Available: ${languages.join(', ')}. Another belongs in \`languages\`, a text with a comma in quotes.`,
    }),
    'unknown-placeholder': ({ placeholder, nearest }) => ({
      what: `There is no profile question for \`{${placeholder}}\`.`,
      ...meant(nearest),
    }),
    'unknown-address': ({ address, nearest }) => ({
      what: `\`${address}\` cannot be asked about; it does not exist.`,
      ...meant(nearest),
    }),
    'unknown-source': ({ address, nearest }) => ({
      what: `No worksheet can be filled from \`${address}\`: it does not exist.`,
      hint:
        meant(nearest).hint ??
        'Name a profile question, a question, `$note.QUESTION`, `$subject.use` or `$step.who`.',
    }),
    'other-layout': ({ key, layout }) => ({
      what: `\`${key}\` belongs to \`layout: ${layout}\` only.`,
      hint: `Take \`${key}\` out, or change \`layout\`.`,
    }),
    'address-not-allowed': ({ address, where }) => ({
      what: `\`${address}\` cannot be asked about here.`,
      hint: places[where],
    }),
    'looks-forward': ({ address }) => ({
      what: `\`${address}\` is asked only later.`,
      hint: 'A condition may only look back; move the question further up.',
    }),
    'impossible-comparison': ({ address, comparison }) => ({
      what: `\`${address}\` cannot be compared with \`${comparison}\`.`,
      hint: 'A choice takes `is`, `isNot` and `in` (with `ordered: true` also `atLeast`, `atMost`, `above` and `below`); several answers take `includes`; levels and numbers take comparisons of numbers; a text takes `hasNumber`; all take `answered` and `unknown`.',
    }),
    'prerequisite-cycle': ({ ids }) => ({
      what: `These prerequisites wait for each other: ${[...ids, ids[0]].join(' → ')}.`,
      hint: 'Take one of them out of `requires`.',
    }),
    'nothing-scored': ({ hurdle }) => ({
      what: `The hurdle \`${hurdle}\` has no question that counts.`,
      hint: 'At least one question must have points.',
    }),
    'unreachable-band': ({ from, lowest, highest }) => ({
      what: `No number falls into the band from ${from}: ${bounds(lowest, highest)}.`,
      hint: 'Move the bound, take the band out, or change `min` or `max`.',
    }),
    'exclusive-with-others': ({ option }) => ({
      what: `\`${option}\` cannot be combined with other answers.`,
      hint: `Write [${option}] or only the others.`,
    }),
    'not-applicable-refused': ({ id, why }) => ({
      what: `\`${id}\` cannot be answered "not applicable".`,
      hint: {
        core: 'It is a core question; if you do not know, write `unknown`.',
        'asked-by-rule': 'A gate or a verdict asks about it; if you do not know, write `unknown`.',
        'says-so': 'If you do not know, write `unknown`.',
      }[why],
    }),
    'unknown-refused': ({ id }) => ({
      what: `\`${id}\` needs an answer; what is asked depends on it.`,
      hint: 'Choose what fits best.',
    }),
    'answer-and-state': () => ({
      what: '`answer` and `state` exclude each other.',
      hint: 'Keep one of the two.',
    }),
    'missing-required': ({ id, options }) => ({
      what: `Without \`${id}\` in the profile nothing can be judged.`,
      hint: `Add the line \`${id}: …\` below \`profile:\`. ${choices(options)}`,
    }),
    'no-recommendation': ({ id }) => ({
      what: `\`${id}\` has no recommendation.`,
      hint: 'Only questions with a recommendation can stand here.',
    }),
    'never-holds': ({ address }) => ({
      what:
        address === null
          ? 'This condition can never hold, whatever is answered.'
          : `What is asked of \`${address}\` here can never hold.`,
      hint: 'Do two parts contradict each other, is a value out of range, or is the question not asked in that case?',
    }),
    'always-holds': ({ address }) => ({
      what:
        address === null
          ? 'This condition always holds, whatever is answered.'
          : `What is asked of \`${address}\` here holds for every answer.`,
      hint: 'Leave the condition out, or ask for more.',
    }),
    'idle-limit': ({ gate }) => ({
      what: `This limit of the gate \`${gate}\` never lowers anything.`,
      hint: 'Set it lower than what is possible without it, or take it out.',
    }),
    'not-lifted': ({ verdict }) => ({
      what: `The verdict \`${verdict}\` still stands when everything it asks for is done.`,
      hint: 'Name in `first` every question that `liftedWhen` asks about. Each needs a target, and nothing out of reach can be asked for.',
    }),
    'idle-recommendation': ({ id }) => ({
      what: `The recommendation of \`${id}\` can never appear.`,
      hint: 'Give the question a target above its lowest answer (`target`), or take the recommendation out.',
    }),
    'prerequisite-never-due': ({ id }) => ({
      what: `The prerequisite \`${id}\` is never due together with this question.`,
      hint: 'Take it out of `requires`, or give it a target where this question has one.',
    }),
    'prerequisite-above-target': ({ id, metAt, target }) => ({
      what: `As a prerequisite \`${id}\` must reach ${metAt}, but its own target is ${target} at most.`,
      hint: 'Raise the target, or lower `method.prerequisiteAt`.',
    }),
    'levels-out-of-order': ({ found, before }) => ({
      what: `${found} comes after ${before}; the row should ${found > before ? 'descend' : 'ascend'}.`,
      hint: 'Put the entries in order, or correct the number.',
    }),
    'level-unreachable': ({ from, highest }) => ({
      what: `This level begins at ${from}; no more than ${highest} can be reached.`,
      hint: 'Lower the bound.',
    }),
    'hole-below': ({ from, lowest }) => ({
      what: `The lowest level begins at ${from}, but a result can be as low as ${lowest}.`,
      hint: `Begin at ${lowest}.`,
    }),
    'idle-weight': ({ aggregate }) => ({
      what: `This weight does not count: the parts are combined by \`${aggregate}\` here.`,
      hint: 'Take it out, or combine by `weighted-mean`. `--fix` takes it out.',
    }),
    'idle-points': ({ id }) => ({
      what: `Every answer to \`${id}\` is worth the same; the question does not count.`,
      hint: 'Give the answers different points, or make it a profile question.',
    }),
    'target-out-of-reach': ({ target, lowest, highest }) => ({
      what: `The target ${target} lies outside what the answers can be worth.`,
      hint: `Possible are ${lowest} to ${highest}.`,
    }),
    'similar-ids': ({ id, other }) => ({
      what: `\`${id}\` is easily mistaken for \`${other}\`.`,
      hint: 'Choose ids that differ more clearly.',
    }),
    'typeset-quotes': ({ text }) => ({
      what: `The quotation marks around ${shortened(text)} belong to the text here and are shown with it.`,
      hint: `Around a text they are straight: "${text.slice(1, -1)}". If it is a quotation, put straight ones around it all.`,
    }),
    'turned-word': ({ word }) => ({
      what: `Without quotation marks other programs do not read \`${word}\` as a text.`,
      hint: `Write "${word}". \`--fix\` adds the quotation marks.`,
    }),
    'long-text': ({ lines, limit }) => ({
      what: `Question and answers take ${lines} lines; a screen holds ${limit}.`,
      hint: 'Shorten them, or move explanations to `help`.',
    }),
    unanswerable: ({ id, needs }) => ({
      what: `When only one role is asked, \`${id}\` never comes up: whoever could answer it is not asked about ${needs.map((need) => `\`${need}\``).join(', ')}.`,
      hint: 'Give both questions a role in common.',
    }),
    'not-monotone': ({ address }) => ({
      what: `A better answer can make something worse here (\`${address}\`).`,
      hint: 'If that is what you mean, leave it; otherwise check the direction of the comparison.',
    }),
    unused: ({ what, id }) => ({
      what: `The ${{ role: 'role', scale: 'scale', worksheet: 'worksheet' }[what]} \`${id}\` appears nowhere else.`,
      hint: 'Use it, or take it out.',
    }),
    'idle-option': ({ of, option }) => ({
      what: `No rule asks for the answer \`${option}\` to \`${of}\`; ticking it changes nothing.`,
      hint: 'Ask for it with `includes`, or take it out.',
    }),
    'other-questionnaire': ({ found, expected, merging, against }) => ({
      what: `The file belongs to the questionnaire \`${found}\`, not to \`${expected}\`.`,
      hint: merging
        ? 'Only answers to the same questionnaire can be merged.'
        : against
          ? 'Name an earlier version of the same questionnaire after --against.'
          : 'Name the right one with -q.',
    }),
    'no-role': ({ roles }) => ({
      what: 'This does not say in which role the answers were given.',
      hint:
        roles.length === 0
          ? 'The questionnaire knows no roles; answers can be merged only where it names some under `roles`.'
          : `Add the line \`respondent: { role: … }\`. ${choices(roles)}`,
    }),
    'other-subject': ({ key, found, other, file }) => ({
      what: `${key === 'name' ? 'The company is called' : 'The AI use is called'} \`${found}\` here, but \`${other}\` in ${file}.`,
      hint: `Only answers about the same company and the same AI use can be merged. If the same is meant, write \`subject.${key}\` alike everywhere.`,
    }),
    'profile-conflict': ({ id, said }) => ({
      what:
        said.length === 0
          ? `On \`${id}\` the files hold different agreements.`
          : `The roles say different things about \`${id}\`: ${said.map(({ role, answer }) => `${role} \`${answer}\``).join(', ')}.`,
      hint:
        said.length === 0
          ? 'Agree, and make the files say the same.'
          : `Say which role counts, for example \`--prefer ${said[0]?.role ?? ''}\`; or make the files agree.`,
    }),
    'unknown-questionnaire': ({ id, known, nearest, extended }) => ({
      what: `There is no questionnaire \`${id}\`.`,
      hint: `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}Known: ${known.join(', ')}. ${extended ? 'Name one of your own as a file, looked for from the folder of this one: `extends: base.yaml`.' : 'Name one of your own with -q FILE.'}`,
    }),
    'not-utf8': () => ({
      what: 'The file is not written in UTF-8; letters would be lost.',
      hint: 'Save it as UTF-8 in your editor.',
    }),
    'other-major-version': ({ found, expected, migrates }) => ({
      what: `Version ${found} was answered; this questionnaire is version ${expected} and asks something else.`,
      hint: migrates
        ? 'To adapt the answers: hurdles migrate FILE'
        : 'Name the version that was answered with -q.',
    }),
    'other-version': ({ found, expected, carriedOver = [] }) => ({
      what: `Version ${found} was answered; it is read with version ${expected}.`,
      hint: `The wording may have changed.${carriedOver.length > 0 ? ` Carried over: ${changesWords(carriedOver)}.` : ''}`,
    }),
    'still-there': ({ id, of }) => ({
      what: `${of === null ? '' : `In \`${of}\`: `}\`${id}\` still exists in this version.`,
      hint: 'Take this change out, or give what is new another id.',
    }),
    'changed-before': ({ id }) => ({
      what: `\`${id}\` is what a change further up in this migration leads to.`,
      hint: 'Put this change before it, or begin another migration.',
    }),
    'no-options': ({ id }) => ({
      what: `\`${id}\` has no answers to choose from.`,
      hint: 'Without `of` a change is about the question itself.',
    }),
    'no-migration': ({ found, needed }) => ({
      what: `Version ${found} was answered; the questionnaire does not say what becomes of that in version ${needed}.`,
      hint: `It needs a migration with \`to: ${needed}\`. Otherwise name the version that was answered with -q.`,
    }),
    'missing-migration': ({ what, id, of, nearest }) => {
      const gone = {
        question: `The question \`${id}\` is gone`,
        profile: `The profile question \`${id}\` is gone`,
        option: `\`${of}\` no longer has the answer \`${id}\``,
      }[what];
      const written = (change: string) => `{ ${of === null ? '' : `of: ${of}, `}${change} }`;
      const renamed = written(`rename: ${id}, to: ${nearest ?? '…'}`);
      return {
        what: `${gone}, and no migration says what becomes of older answers.`,
        hint: `Below \`migrations:\` write for example ${renamed}${nearest === null ? ` or, if its answers are to be dropped, ${written(`remove: ${id}`)}` : ''}.`,
      };
    },
    'version-too-low': ({ found, needed, because, id }) => ({
      what: `Version ${found} is not enough; because of \`${id}\` it must be at least ${needed}.`,
      hint: {
        wording: 'Other words raise the last number.',
        addition: 'Something new, or a rename that is carried over, raises the middle number.',
        meaning: 'What makes answers count otherwise raises the first number.',
      }[because],
    }),
    'too-many-bases': ({ limit }) => ({
      what: `More than ${limit} questionnaires build on each other here.`,
      hint: 'Put some of them together.',
    }),
    'removed-but-used': ({ id, file, lines }) => ({
      what: `\`${id}\` is taken away here, but still needed: ${file}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}.`,
      hint: 'Change what asks for it, or take that away as well with `remove: true`.',
    }),
    'extends-cycle': ({ names }) => ({
      what: `These questionnaires build on each other in a circle: ${names.join(' → ')}.`,
      hint: 'Take one of the `extends` out.',
    }),
    'other-answer': ({ id }) => ({
      what: `\`${id}\` was answered otherwise: \`answers\` says something else.`,
      hint: 'An assessment is not changed by hand; change the answers file, and assess anew.',
    }),
    'other-digest': ({ found, expected }) => ({
      what: `The questionnaire has changed since (answered: ${found}, read: ${expected}).`,
      hint: 'Check whether the answers still hold; `hurdles migrate FILE` then notes today’s version.',
    }),
    'low-contrast': ({ colour, found, needed, use, enough }) => ({
      what: `\`${colour}\` does not stand out enough from the paper: contrast ${found}; ${use === 'text' ? 'text needs' : 'lines and areas need'} ${needed}.`,
      hint: `Dark enough would be: "${enough}"`,
    }),
    'not-beside': ({ file, why, nearest }) =>
      why === 'outside'
        ? {
            what: `\`${file}\` is not in the folder of this file.`,
            hint: 'Only files beside it or below it are read; put the file there.',
          }
        : {
            what: `There is no \`${file}\` beside this file.`,
            hint:
              nearest === null
                ? 'The path begins at the folder of this file.'
                : `Did you mean \`${nearest}\`?`,
          },
    'no-picture': ({ file, kind }) => ({
      what:
        kind === 'broken'
          ? `\`${file}\` is a damaged or incomplete picture.`
          : `\`${file}\` is ${kind === null ? 'not a picture that a report can carry' : `a picture in ${kind.toUpperCase()} format`}.`,
      hint: 'It has to be a PNG or JPEG; the content counts, not the ending.',
    }),
    'picture-too-large': ({ file, kind, found, limit }) =>
      kind === 'bytes'
        ? {
            what: `\`${file}\` has ${Math.ceil(found / 1000)} kB; at most ${limit / 1000} kB are possible.`,
            hint: 'The logo is in every report. A width of 600 pixels is enough.',
          }
        : {
            what: `\`${file}\` measures ${found} pixels; at most ${limit} are possible.`,
            hint: 'Make the picture smaller. A width of 600 pixels is enough.',
          },
    'template-syntax': ({ reason, message }) => ({
      what:
        reason === 'ends'
          ? 'The template ends before everything is closed.'
          : reason === 'mismatch'
            ? `Something else is closed here than was opened: ${message}`
            : `The template cannot be read here: ${message}`,
      hint: 'Every {{#…}} needs its {{/…}}, every {{ its }}.',
    }),
    'unknown-name': ({ name, of, nearest }) => ({
      what: of === null ? `There is no \`${name}\` here.` : `There is no \`${name}\` in \`${of}\`.`,
      hint: `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}All names: docs/templates.en.md`,
    }),
    'may-be-missing': ({ name, asked }) => ({
      what: `\`${name}\` may be missing; then there is no \`${asked}\`.`,
      hint: `Ask first: {{#if ${name}}}…{{/if}}`,
    }),
    'not-a-text': ({ name, parts }) => ({
      what: `\`${name}\` is not a text.`,
      hint:
        parts.length === 0
          ? `It is a list: {{#each ${name}}}…{{/each}}`
          : `It contains: ${parts.join(', ')}.`,
    }),
    'not-a-list': ({ name }) => ({
      what: `\`${name}\` is not a list.`,
      hint: 'Use {{#if …}} to ask whether something is there; {{#with …}} steps into it.',
    }),
    'unknown-helper': ({ name, nearest }) => ({
      what: `There is no helper \`${name}\`.`,
      hint: `${nearest === null ? '' : `Did you mean \`${nearest}\`? `}There are: t, md, is, inner, if, unless, each, with, lookup.`,
    }),
    'unknown-part': ({ name, nearest }) => ({
      what: `There is no part \`${name}\`.`,
      ...meant(nearest),
    }),
    'uncalled-part': ({ name, nearest }) => ({
      what: `The part \`${name}\` is not called anywhere.`,
      hint:
        nearest === null
          ? `Call it with {{> ${name}}}, or remove the file.`
          : `Did you mean \`${nearest}\`? Then rename the file.`,
    }),
    'part-needs': ({ part, names }) => ({
      what: `The part \`${part}\` needs what does not exist here: ${named(names)}.`,
      hint: `Tell it what it is to be about: {{> ${part} …}}`,
    }),
    'unknown-words': ({ key, nearest }) => ({
      what: `The report has no words for \`${key}\`.`,
      hint: nearest === null ? 'Write the text into the template.' : `Did you mean \`${nearest}\`?`,
    }),
    unescaped: ({ name }) => ({
      what: `{{{${name}}}} would let text from other people’s files into the page as HTML.`,
      hint: `Write {{${name}}}.`,
    }),
    'not-through-md': ({ name }) => ({
      what: `What stands in {{${name}}} can become Markdown or HTML in the report.`,
      hint: `Write {{md ${name}}}.`,
    }),
    'empty-template': () => ({
      what: 'The template is empty; so the report would be.',
      hint: 'What it can hold is shown in docs/templates.en.md.',
    }),
    'template-failed': ({ message }) => ({
      what: `No report could be written with this template: ${message}`,
      hint: 'Does a part perhaps call itself again and again?',
    }),
  },
  failures: {
    'no-such-file': ({ file }) => `There is no file ${file}.`,
    'is-a-folder': ({ file, within }) =>
      `${file} is a folder; a file is needed.${within === undefined ? '' : ` All in it are named by ${within}`}`,
    'no-file-fits': ({ pattern }) => `No file fits ${pattern}.`,
    'one-at-a-time': ({ count, loop, ndjson }) =>
      `These are ${count} files; this command takes one.${ndjson ? ' With --ndjson it takes several and prints a line of JSON for each.' : ''} One after the other: ${loop}`,
    'needs-file': () =>
      'The interview saves after every answer, so it needs a file; standard input (-) will not do. With --plain it takes the answers from a pipe.',
    'questionnaire-from-stdin': () =>
      '-q does not read the questionnaire from standard input (-); name a file or an id.',
    'one-output': ({ count }) =>
      `-o takes the answers of one file; these are ${count}. Without -o each is adapted in its place.`,
    'json-and-ndjson': () => 'Either --json or --ndjson; both at once do not go together.',
    'json-of-several': ({ count }) =>
      `With --json there is exactly one object, but these are ${count} files. With --ndjson there is a line for each.`,
    'cannot-read': ({ file, reason }) => `${file} cannot be read${why(reason)}`,
    'cannot-write': ({ file, reason }) =>
      `${file === '-' ? 'Standard output' : file} cannot be written${why(reason)}`,
    'cannot-save': ({ file, reason }) =>
      `No answer could be saved: ${file} cannot be written${why(reason)} Name a file in a folder you may write to: hurdles interview FILE`,
    'being-written': ({ file, folder }) =>
      `${file} is just being written by another program; nothing was changed here. Try again in a moment. If no other is running any more, delete the folder ${folder}.`,
    'changed-meanwhile': ({ file }) =>
      `${file} was changed by someone else in the meantime and now has mistakes. Your last answer was not saved, so that nothing in it gets lost.`,
    'would-overwrite-input': ({ file }) =>
      `That would overwrite ${file}, which it is made from. Name another one with -o.`,
    'needs-template': ({ format }) =>
      `${format} needs a template of your own: --template FILE.${format}.hbs`,
    'other-template': ({ file, format }) =>
      `The template ${file} cannot write ${format}. A template writes html, md or txt, as its name says: letter.md.hbs`,
    'no-layout': ({ format }) =>
      `A report in the format ${format} always has the same form; a template takes html, md, txt or pdf. Leave out --template, or name one of them with -f.`,
    'no-template': ({ file }) =>
      `${file} is no template. Templates end in .hbs, such as letter.md.hbs`,
    'no-template-in-folder': ({ folder }) =>
      `There is no template in the folder ${folder}. Templates end in .hbs, such as header.html.hbs`,
    'already-there': ({ file }) =>
      `${file} is already there; nothing was written. Name another one, or overwrite it with --force.`,
    'not-ours': ({ file }) =>
      `${file} is already there and does not look like an earlier result of this command; nothing was written. Name another one with -o, or overwrite it with --force.`,
    'worksheets-there': ({ files }) =>
      `These worksheets exist already and may be filled in; nothing was written: ${files.join(', ')}. Name another folder with --worksheets, move these files, or overwrite them with --force.`,
    'no-worksheets': ({ questionnaire }) =>
      `The questionnaire “${questionnaire}” has no worksheets. You get the report without --worksheets and --with-worksheets.`,
    'id-of-ours': ({ id }) =>
      `“${id}” is a questionnaire that comes with the program. Choose another id; to build on it, write \`extends: ${id}\` in yours.`,
    'bad-id': ({ value }) => `“${value}” cannot be an id. It takes ${forms.id}.`,
    'device-name': ({ name }) =>
      `“${name}” cannot be an id: files are named by it, and Windows takes it for a device. Choose another one, e.g. ${name}-1`,
    'needs-folder': () => 'Several reports need a folder: -o FOLDER/',
    'not-a-folder': ({ folder }) => `${folder} is a file; a folder is needed.`,
    'nowhere-to-append': ({ format }) =>
      `No worksheets can be appended to ${format}. --with-worksheets appends them to html, md or pdf; as files they are written by --worksheets DIR`,
    'same-target': ({ file }) =>
      `Two reports would both be called ${file}. Rename one of the files, or use separate folders.`,
    'unknown-questionnaire': ({ id, nearest, known }) =>
      `There is no questionnaire “${id}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} Built in: ${known}. Name one of your own with -q FILE.`,
    'unknown-command': ({ word, nearest }) =>
      `“${word}” is neither a command nor a file.${nearest === null ? '' : ` Did you mean “${nearest}”?`} All commands: hurdles --help`,
    'unknown-option': ({ option, nearest }) =>
      `There is no option ${option}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
    'option-before-command': ({ option, command }) =>
      `${option} belongs after the command: hurdles ${command} ${option} …`,
    'missing-argument': ({ name }) => `Something is missing here: ${name}.`,
    'missing-option-value': ({ option }) => `${option} needs a value.`,
    'bad-option-value': ({ option, value, allowed }) =>
      `${option} cannot be “${value}”. ${allowed === '' ? 'There is nothing to choose from here' : `Possible: ${allowed}`}.`,
    'too-many-inputs': ({ count, limit }) =>
      `These are ${count} files; at most ${limit} are read at once. score --ndjson takes more.`,
    'line-too-long': ({ limit }) =>
      `The line is longer than ${limit} bytes; each line is one sheet of answers, a line break may be missing.`,
    'unknown-field': ({ field, nearest, known }) =>
      `There is no field “${field}”. ${nearest === null ? (known.length === 0 ? 'Nothing lies below it.' : `Possible: ${known.join(', ')}.`) : `Did you mean “${nearest}”?`}`,
    'needs-ndjson': ({ what }) =>
      `${what} is possible only with --ndjson: a line of JSON for each input.`,
    'lines-need-ndjson': ({ file }) =>
      `${file} has a sheet of answers on each line. That is what --ndjson is for: a line of JSON for each.`,
    'nothing-asked': ({ quick, role }) => {
      const what = `no question${role === null ? '' : ` for the role “${role}”`}`;
      return quick
        ? `This questionnaire has ${what} that belongs to the quick check (\`quick: true\`). All are asked without --quick, or where answers are begun with --no-quick.`
        : `This questionnaire has ${what}.`;
    },
    'bad-days': ({ value }) =>
      `“${value}” is not a number of person-days. Needed is one such as 5 or 2.5.`,
    'unknown-goal': ({ value, top, nearest, verdicts }) =>
      `“${value}” is not a goal.${nearest === null ? '' : ` Did you mean “${nearest}”?`} Possible are a level (0 to ${top}), at-target${verdicts === '' ? '' : ` or a verdict: ${verdicts}`}.`,
    'format-and-json': () => 'Either --format or --json; not both at once.',
    'goal-and-days': () => 'Either --to or --days; not both at once.',
    'bad-day': ({ value }) => `"${value}" is not a day. Needed: YYYY-MM-DD, e.g. 2026-11-20.`,
    'unknown-ending': ({ file, allowed }) =>
      `The name ${file} does not tell a format. Name it with -f: ${allowed}.`,
    'too-many-arguments': ({ loop }) =>
      loop === null
        ? 'Too many arguments. See --help.'
        : `Too many arguments. This command takes one file. One after the other: ${loop}`,
    'unknown-language': ({ language, known }) =>
      `The program does not speak “${language}”. Possible: ${known}.`,
    'no-terminal': ({ missing, command }) =>
      `There is no terminal here, so nobody can be asked. ${missing.length === 1 ? '1 answer is open' : `${missing.length} answers are open`}: ${missing.join(', ')}. Write ${missing.length === 1 ? 'it' : 'them'} into the file, or run in a terminal: ${command}. With --plain it takes the answers from a pipe, too, one a line.`,
    'nothing-called': ({ id, nearest }) =>
      `Nothing here is called “${id}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} All ids: hurdles explain FILE --json | jq -r '.entries[].ref'`,
    'not-recomputable': ({ file }) =>
      `The result stored in ${file} does not follow from the answers stored with it. It was edited, or another version of the program made it; use the file of answers instead.`,
    'other-questionnaires': ({ file, found, first, expected }) =>
      `${file} belongs to the questionnaire "${found}", ${first} to "${expected}"; only answers to the same one can be compared.`,
    'other-companies': ({ names }) =>
      `The files name different companies: ${names.map(({ file, name }) => `“${name}” (${file})`).join(', ')}. Only AI uses of one company can be set side by side; if the same is meant, write \`subject.name\` alike everywhere.`,
    'given-twice': ({ option }) =>
      `${option} can be given only once here; each format needs a call of its own.`,
    'working-folder-gone': () =>
      'The folder you are in is no longer there. Change to another one, for example with cd ~.',
    'stdin-twice': () => 'Standard input (-) can be read only once; name files for the others.',
    'other-ending': ({ file, format }) =>
      `By the ending of ${file} its format would not be “${format}”; change the ending or --format.`,
    'other-digest': ({ found, expected, program }) =>
      `This assessment belongs to another version of the questionnaire (${found}; the one here is ${expected}); ${program === null ? 'name the right one with -q' : `version ${program} of the program has it, or name it with -q`}.`,
    'no-browser': ({ variable, names }) =>
      `A PDF needs a browser to print it, and none can be found (looked for: Chrome, Edge, ${names}). Install Chromium, name a browser with the environment variable ${variable}, or write the report with -f html and print it from your own browser.`,
    'browser-not-there': ({ variable, value }) =>
      `${variable} names “${value}”, but there is no program there. It has to be the path of Chromium, Chrome or Edge; without the variable the program looks for one itself.`,
    'browser-too-slow': ({ browser, seconds }) =>
      `${browser} had printed no PDF after ${seconds} seconds and was stopped. Try again, or write the report with -f html and print it from your own browser.`,
    'browser-failed': ({ browser, said }) =>
      `${browser} printed no PDF${said === null ? '' : ` and says: ${said}`}. Write the report with -f html and print it from your own browser, or name another one with HURDLES_BROWSER.`,
    'no-text-for-terminal': ({ format }) =>
      `A report in the format ${format} is not text for a terminal. Name a file with -o.`,
    'unknown-verdict': ({ value, nearest, known }) =>
      `--fail-on: “${value}” is neither a kind of verdict nor a verdict.${nearest === null ? '' : ` Did you mean “${nearest}”?`} Possible: ${known}, or none: no verdict counts.`,
    'unknown-hurdle': ({ value, nearest, known }) =>
      `--min: There is no hurdle “${value}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} Possible: ${known}.`,
    'bad-level': ({ option, value, top }) =>
      top === null
        ? `${option}: “${value}” is not a level. It takes a whole number such as 2.`
        : `${option}: There is no level ${value}; the highest is ${top}.`,
    'bad-minimum': ({ value }) =>
      `--min: “${value}” cannot be read. It takes HURDLE=LEVEL, e.g. --min tools=2; for several, give --min several times.`,
    'bad-share': ({ value }) => `--min-coverage: “${value}” is not a share. It takes 0.8 or 80%.`,
    'bad-age': ({ value }) =>
      `--max-age: “${value}” is not an age. It takes a number with d (days), w (weeks) or m (months), e.g. 180d.`,
    'none-and-others': ({ option }) =>
      `${option}: none means that no verdict counts; nothing else can stand beside it.`,
    'baseline-folder': ({ file }) =>
      `--baseline: Several files need a folder with one file of the same name for each; ${file} is a file.`,
  },
  severity: { warning: 'Warning', note: 'Note' },
  problemCount: (errors, warnings, files) => {
    const counts = [
      ...(errors > 0 ? [errors === 1 ? '1 error' : `${errors} errors`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
    ];
    return `${counts.join(', ')} in ${files === 1 ? '1 file' : `${files} files`}.`;
  },
  lintFixed: (file, fixed) => `${fixed === 1 ? '1 place' : `${fixed} places`} mended: ${file}`,
  lintClean: (files) => (files === 1 ? 'Nothing to report.' : `${files} files, nothing to report.`),
  progress: {
    reading: (nth: number, of: number) => `Reading file ${nth} of ${of} …`,
    checking: (nth: number, of: number) => `Checking file ${nth} of ${of} …`,
    making: (nth: number, of: number) => `Writing report ${nth} of ${of} …`,
    judged: (sheets: number) =>
      sheets === 1
        ? '1 answer sheet judged …'
        : `${new Intl.NumberFormat('en').format(sheets)} answer sheets judged …`,
  },
  written: (file) => `Written: ${file}`,
  whichQuestionnaire: (id, others, config) =>
    others.length === 0
      ? `The questionnaire is ${id}, from ${config}; -q names another.`
      : `The questionnaire is ${id}. ${config} names ${others.join(', ')}: choose one with -q.`,
  notJudged: (problems, of, first) =>
    `${problems} of ${of === 1 ? '1 answer sheet' : `${of} answer sheets`} could not be judged${problems === 1 ? ': ' : ', the first being '}${first}.`,
  lineNumber: (line, file) => (file === null ? `line ${line}` : `${file}, line ${line}`),
  undated: (file) =>
    `${file} does not say when it was answered; the report has no date. \`updated:\` in the file or --date names one.`,
  notTakenOver: (ids, questionnaire) =>
    `Not taken over, because ${questionnaire} has other answers to it: ${ids.join(', ')}`,
  hasProblems: (id, file) => `${id}: mistakes in ${file}; to see them: hurdles lint ${file}`,
  migrate: {
    change: (change) => `${changeWords(change)}.`,
    edition: (file, found, version) =>
      `${file}: brought from version ${found} to version ${version}.`,
    noChange: 'None of the answers had to change.',
    kept: 'What no longer holds is kept in the file below `x-carried`.',
    renewed: (file, version) =>
      `${file}: now with the fingerprint of version ${version} as it is today. The answers stay as they are.`,
    nothing: (file, version) => `Nothing to do: ${file} is of no version older than ${version}.`,
  },
  merge: {
    files: (files) => `Merged: ${files.join(', ')}.`,
    file: (file, roles) => (roles === '' ? file : `${file} (${roles})`),
    one: (file) =>
      `There was only one file, so nothing to merge; the answers in ${file} are unchanged.`,
    counts: (answered, several, differing) =>
      `${answered === 1 ? '1 question is' : `${answered} questions are`} answered, ${
        several === 0
          ? 'none by several people.'
          : `${several} of them by several people; on ${differing} the answers differ.`
      }`,
    widest: (title, said) => `Furthest apart on “${title}”: ${said}.`,
    lowest: 'Everywhere the lowest answer counts; who said what stands beside it.',
    unanswered: 'Nobody has answered these yet; these may know:',
    unknown: 'Whoever was asked does not know; these may know:',
    can: (roles, titles) => (roles === '' ? titles : `${roles}: ${titles}`),
    notApplicable: 'does not apply',
    says: (who, said) => `${who}: ${said}`,
    kept: (title, kept, others) => `${title} – what counts: ${kept} (otherwise ${others})`,
    editions: (version, others, left) =>
      `Warning: the new file counts as answered with version ${version}; it was version ${others.map((one) => `${one.version} (${one.files.join(', ')})`).join(' and ')} that was answered. Check whether the answers still hold.${left.length === 0 ? '' : ` What could not be carried over is left in ${left.join(', ')} only.`}`,
    agreed: 'This was agreed before and stays so, even where a role says otherwise:',
    overruled: 'The roles say different things about the company; taken was:',
    uses: (uses) =>
      `Warning: the files name different AI uses: ${uses.map(({ use, file }) => `“${use}” (${file})`).join(', ')}. Only answers about the same use belong together; if they are two, delete the new file.`,
    steps: 'The files differ on these steps; the furthest status was taken:',
    step: (title, said, kept) => `${title}: ${said}. Taken: ${kept}`,
    head: (title) => [
      `Answers of several roles to “${title}”, merged by “hurdles merge”.`,
      'Below `sources` stands who said what; the lowest answer counts.',
      'Once you have agreed, enter the joint answer and delete `sources` of that question.',
    ],
    reportWith: (command) => `For the report: ${command}`,
  },
  fresh: {
    lintWith: (command) => `Check it after every change: ${command}`,
    testWith: (command) => `Check its rules by its cases: ${command}`,
    tryWith: (command) => `Try it out: ${command}`,
    goOnWith: (command) => `To answer in the terminal instead: ${command}`,
    reportWith: (command) => `Write the report: ${command}`,
    answersFile: (id) => `${id}-answers.yaml`,
  },
  sheet: {
    head: (title) => [
      `Answers to “${title}”`,
      'Write every answer behind its colon, on the same line. What stays empty is not answered yet.',
      'With a note and evidence: { answer: 2, note: "…", evidence: document }; evidence can be estimate, example, document or records.',
    ],
    updated:
      'Without this line the report bears no date: take away the # and put in your day. `hurdles interview` enters it by itself.',
    steps:
      'What you decided: one line for each question below `steps:` (then without the braces {}). The status is open, doing, done or dropped. For example:',
    use: 'What is this about? A few words in quotation marks; they appear in the report.',
    required: 'This one is needed; nothing can be judged without it.',
    mayBeEmpty: 'May stay empty.',
    several: (example, hasOwnNone) =>
      `Several are possible, always as a list, e.g. ${example}${hasOwnNone ? '' : '; [] = none of these'}`,
    alone: 'only by itself',
    number: (range, unit) => {
      const about = [unit, rangeWords(range, String)].filter((part) => part !== null).join(', ');
      return about === '' ? 'a number, e.g. 12.5' : `a number (${about})`;
    },
    text: 'a text in quotation marks: "…"',
    unknown: 'I don’t know',
    notApplicable: 'not applicable',
  },
  cases: {
    summary: (cases, failed) =>
      cases === 0
        ? 'There are no cases.'
        : failed === 0
          ? cases === 1
            ? '1 case, all as expected.'
            : `${cases} cases, all as expected.`
          : `${failed} of ${cases} cases ${failed === 1 ? 'differs' : 'differ'} from what was expected.`,
    differs: (expected, got) => `expected ${expected}, got ${got}`,
    what: {
      level: 'level',
      hurdles: 'hurdle',
      gates: 'gate',
      contradictions: 'contradiction',
      verdicts: 'verdict',
      notVerdicts: 'no verdict',
      firstSteps: 'first steps',
      notSteps: 'not among the steps for now:',
    },
    unmet: {
      gates: (id, got) => `The gate ${id} should hold, but does not. What holds: ${got}`,
      contradictions: (id, got) =>
        `The contradiction ${id} should show, but does not. What shows: ${got}`,
      verdicts: (id, got) => `The verdict ${id} should stand, but does not. What stands: ${got}`,
      notVerdicts: (id) => `The verdict ${id} should not stand, but does.`,
      notSteps: (id) => `${id} should not be among the steps for now, but is.`,
    },
    unreached: {
      gates: 'Gates no case reaches:',
      verdicts: 'Verdicts no case reaches:',
      contradictions: 'Contradictions no case reaches:',
      recommendations: 'Recommendations no case reaches:',
    },
    inherited: (count) =>
      `Not counted: ${count === 1 ? '1 rule or recommendation' : `${count} rules or recommendations`} taken over unchanged.`,
  },
  check: {
    demand: {
      kind: (kind) => `No verdict of kind “${kind}”`,
      verdict: (id) => `No verdict “${id}”`,
      'at-target': 'At target everywhere',
      level: (level) => `Company at level ${level} or above`,
      'hurdle-level': (hurdle, level) => `“${hurdle}” at level ${level} or above`,
      coverage: (share) => `At least ${share} answered`,
      age: (age) => `At most ${age} old`,
      condition: (id) => `Own check “${id}”`,
      'levels-held': 'No level fell',
      'verdicts-held': 'No new verdict',
      'answers-held': 'No answer became worse',
    },
    age: {
      d: (n) => (n === 1 ? '1 day' : `${n} days`),
      w: (n) => (n === 1 ? '1 week' : `${n} weeks`),
      m: (n) => (n === 1 ? '1 month' : `${n} months`),
    },
    scope: {
      quick: 'This is a quick check: only part was asked.',
      role: (role) => `This is the view of one role (${role}): only part was asked.`,
    },
    provisional: 'provisional',
    company: 'Company',
    level: (what, level) => `${what}: level ${level}`,
    levelRange: (low, high) => `${low} (possibly up to ${high})`,
    levelFell: (what, from, to) => `${what}: level ${from} → ${to}`,
    levelLost: (what, from) => `${what}: level ${from} → no longer rateable, too much is open`,
    noLevel: (what, why) => `${what}: no level – ${why}`,
    reasons: {
      scope: 'only part was asked (a quick check or one role)',
      'not-rateable': 'too much is open',
      'not-due': 'nothing is due yet',
      'not-applicable': 'none of it applies',
      'no-such-hurdle': 'this questionnaire does not have it',
      undated: 'not dated; the date stands under `updated:`',
      future: 'dated in the future',
    },
    nothingDue: (why) => `Nothing that could be at target: ${why}`,
    conditionHolds: (id) => `The condition “${id}” holds`,
    dated: (day) => `As of ${day}`,
    undated: (why) => `The answers are ${why}`,
    covered: (share, open) =>
      `${share} answered, ${open === 1 ? '1 question is' : `${open} questions are`} open`,
    notCovered: (why) => `Nothing to answer: ${why}`,
    answered: (title, level, answer) =>
      level === null ? `${title}: ${answer}` : `${title}, level ${level}: ${answer}`,
    open: {
      unknown: 'nobody knows yet',
      unanswered: 'not answered yet',
      'not-applicable': 'does not apply',
      'not-due': 'not due',
    },
    resultOf: { whole: 'Company', core: 'Core questions' },
    results: {
      level: (value) => `level ${value}`,
      score: (value) => `score ${value}`,
      belowTarget: (count) =>
        count === '1' ? '1 question below target' : `${count} questions below target`,
      unknown: (share) => `${share} of the questions open`,
      spread: (levels) => `roles ${levels === '1' ? '1 level' : `${levels} levels`} apart`,
    },
    changed: (title, from, to) => `${title}: ${from} → ${to}`,
    withTarget: (said, target) => `${said} (target ${target})`,
    stage: (level) => `level ${level}`,
    step: (title, rank) => (rank === null ? `Step: ${title}` : `Step ${rank}: ${title}`),
    findOut: (ids, effort, count) => `Find out: ${ids} · ${effort}${count === 1 ? '' : ' each'}`,
    unanswered: (titles) => `Not answered yet: ${titles}`,
    status: { open: 'open', doing: 'under way', done: 'noted as done', dropped: 'dropped' },
    days: (effort) => (effort === '1' ? '1 person-day' : `${effort} person-days`),
    more: (count) => `and ${count} more`,
    before: 'was so before, does not count',
    mended: (what) => `Mended since: ${what}`,
    met: (demands) => `Met: ${demands}`,
    unmet: (demand) => `Not met: ${demand}`,
    unmetBefore: (demand) => `Not met, but so before: ${demand}`,
    notApplicable: (count, titles) =>
      `${count === 1 ? '1 answer is' : `${count} answers are`} “does not apply” and ${count === 1 ? 'counts' : 'count'} nowhere: ${titles}`,
    noLongerDue: (count, titles) =>
      `${count === 1 ? '1 question is' : `${count} questions are`} no longer due, because other things are said of the company or further up: ${titles}`,
    newlyNotApplicable: 'new',
    provisionalNote: (titles) =>
      `Undecided while answers are open (with --strict it counts): ${titles}`,
    baseline: {
      title: 'Baseline',
      against: (file, day) => `Compared with ${file}${day === null ? '' : ` of ${day}`}`,
      remarks: {
        missing: (file) =>
          `There is no baseline for this file in ${file}: everything demanded counts.`,
        unreadable: (file) =>
          `The baseline ${file} has mistakes or answers another questionnaire. It cannot be compared: everything demanded counts.`,
        'other-major': (file, version) =>
          `The baseline ${file} answers version ${version}, which asks other things. It cannot be compared: everything demanded counts.`,
        'other-version': (file, version) =>
          `The baseline ${file} is stale: it answers version ${version} of the questionnaire. Make a new one.`,
        'judged-anew': (file) =>
          `The baseline ${file} is stale: the questionnaire has changed since. It was judged again; make a new one.`,
        old: (file) => `The baseline ${file} is more than a year older. Make a new one.`,
        later: (file) =>
          `The baseline ${file} is younger than these answers. Are the files the wrong way round?`,
        undated: (file) => `The baseline ${file} does not say of when it is.`,
        'other-name': (file) => `The baseline ${file} names another company.`,
        'other-use': (file) => `The baseline ${file} names another use.`,
        'other-scope': (file) =>
          `The baseline ${file} was asked other things (a quick check or one role); only what is due in both is compared, and no level.`,
      },
    },
    unusable: 'Could not be checked',
    readable: 'Can be read and judged',
    summary: {
      met: (files) =>
        files === 1 ? 'Everything demanded is met.' : `${files} files, everything demanded is met.`,
      below: (files, of) =>
        of === 1
          ? 'Not everything demanded is met.'
          : `${files} of ${of} files ${files === 1 ? 'does' : 'do'} not meet everything demanded.`,
      unusable: (files) =>
        files === 1 ? '1 file could not be checked.' : `${files} files could not be checked.`,
      nothing: 'Nothing is demanded; every file passes like this.',
    },
  },
  help: {
    usage: 'Usage:',
    optionsPlace: '[options]',
    commandPlace: '[command]',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Common options:',
    commands: 'Commands:',
    examples: 'Examples:',
    program:
      'Is your company ready for its AI project? Asks about the five hurdles, judges, and says what to do on Monday. No network, no account.',
    interview: 'Ask the questions, save after every answer, carry on later; then show the result',
    report: 'A report from answers or from a stored assessment',
    plan: 'The plan: who does what until when, and what is done; with --to the cheapest way to a goal',
    planTo:
      'the cheapest way there: a level (0, 1, 2 …), at-target (every target reached) or the id of a verdict',
    planDays: 'the best that so many person-days can reach',
    planFormat: 'md: Markdown with boxes to tick, for a ticket; csv: a table, one row per step',
    planOutput:
      'file; its ending tells the format: .md, .csv or .json (if left out: standard output)',
    planJson: 'the plan as JSON (plan/1)',
    ndjson: 'the same for each of several files, one line of JSON per file',
    score: 'The result in the terminal or as JSON; with --ndjson for any number of answer sheets',
    scoreFile:
      'answers (YAML or JSON) or a stored assessment; with --ndjson any number of them, .ndjson with a sheet on each line, too; - is standard input (with --ndjson also if none is named)',
    scoreNdjson:
      'a line of JSON for each sheet of answers (assessment-line/1), in the order of the input',
    full: 'with --ndjson: whole assessments as --json prints them, a line each',
    withMore: 'with --ndjson: recommendations adds the steps that are recommended',
    fields: 'with --ndjson: only these fields, e.g. subject.name,overall.level,hurdles.goals.score',
    ndjsonStrict: 'with --ndjson: stop at the first line that cannot be judged',
    threads:
      'with --ndjson: judge in so many threads (otherwise one for each processor core, at most 8)',
    firstLine: 'with --ndjson: number of the first line, where the input is part of a larger one',
    check:
      'Threshold for CI: fails (exit code 1) where what is demanded is not met, and names the answer and the step',
    checkAtTarget:
      'every due question at its own target (recommended: what is sensible differs from stage to stage)',
    checkFailOn:
      'these verdicts must not stand: stop, simpler, clarify or the id of a verdict; several possible (default: stop; none: no verdict counts)',
    checkNoFailOn: 'demand nothing of the verdicts',
    checkStrict: 'also count what is undecided because answers are open',
    checkMinLevel: 'the company at this level or above',
    checkMin: 'a hurdle at this level or above, e.g. tools=2; repeatable',
    checkMinCoverage: 'at least so much answered: 0.8 or 80%',
    checkMaxAge: 'answers at most so old: 180d (days), 26w (weeks), 6m (months)',
    checkDate: 'the day on which --max-age is judged (YYYY-MM-DD; default: today)',
    checkBaseline:
      'an earlier state (answers or a stored assessment; for several files a folder): only what became worse since fails',
    checkBaselineName:
      'what the earlier state is called in the result where it is only a copy, e.g. main: (default: as it is named)',
    checkFormat:
      'text (default), github: notes beside the lines of a pull request, junit: XML for the display of tests, json (check/1)',
    checkOutput:
      'write to this file (format by its ending: .xml is junit); the terminal keeps the text',
    explain:
      'Why this level, this verdict, this place in the plan: every number with its arithmetic, and what would change it',
    explainExamples: [
      'hurdles explain examples/versandhandel.yaml',
      'hurdles explain examples/versandhandel.yaml goals.target',
      "hurdles explain examples/versandhandel.yaml goals --json | jq '.entries[0].result'",
    ],
    explainId:
      'a hurdle, question (with its recommendation), profile question, gate, verdict or contradiction by its id; recommendation:ID, gate:ID, profile:ID and the like tell apart what shares a name (default: company)',
    explainJson: 'every step as data: all of it, or that of the id',
    compare: 'Compare earlier and later answers, or with --uses several AI uses of one company',
    compareOld: 'answers or a stored assessment, the earliest; - is standard input',
    compareNew: 'later ones, in chronological order; three or more show a trend',
    compareJson: 'the comparison as JSON (comparison/1), as -f json does',
    compareFormat: 'html, md or json (if left out: text in the terminal, with -o by the ending)',
    uses: 'not over time, but several AI uses of the same company side by side: one file for each use',
    lint: 'Check questionnaires and answers: every mistake with file, line and column, and what cannot be meant',
    lintFormat: 'text (default), json, or github: notes beside the lines of a pull request',
    lintFix: 'mend what has only one right answer, such as missing quotation marks',
    against:
      'compare with an earlier version (file or id): every changed id needs a migration, the new version the right number',
    lintStrict: 'fail on warnings, too (exit code 1)',
    test: 'Run the cases of a questionnaire and name the rules none reaches',
    questionnaireFile: 'questionnaire: file or id',
    strict:
      'return 1 also when a rule is reached by no case (inherited ones only where they are changed)',
    caseJson: 'the result as JSON',
    list: 'The questionnaires there are: those that come with the program, and those hurdles.config.yaml names',
    listJson: 'the list as JSON (list/1)',
    migrate: 'Adapt answers to an older version of the questionnaire to the present one',
    merge: 'Merge the answers of several roles into one file and show where they differ',
    mergeFile: 'answers of one role each (YAML or JSON); - is standard input',
    mergeOutput: 'new file; - is standard output',
    prefer: 'role whose word on the company counts where the files disagree; may be repeated',
    names: 'keep the names of those who answered (default: only their roles)',
    mergeJson: 'the answers as JSON (answers/1); without -o on standard output',
    migrateFile: 'answers (YAML or JSON); - is standard input',
    migrateOutput: 'another file (default: the same one); - is standard output',
    show: 'Print a questionnaire for reading or, with --blank, to fill in by hand',
    shown: 'questionnaire: file or id (otherwise that of -q)',
    showFormat: 'html or md (default: md; with -o by its ending)',
    showOutput: 'file; - is standard output (default: standard output)',
    blank: 'as a form to fill in: without points, targets and recommendations',
    new: 'Start a questionnaire of your own, or a file of answers',
    newQuestionnaire: 'Start with a small, complete questionnaire',
    newAnswers: 'Start a file of answers to fill in with an editor',
    newId: 'id of the questionnaire, e.g. keeping-knowledge',
    newOutput: 'file or folder (otherwise ID.yaml); - is standard output',
    newFile: 'file or folder (otherwise hurdles-answers.yaml); - is standard output',
    from: 'take over from earlier answers what they say about the company',
    schema: 'The JSON Schema of a format',
    file: 'answers (YAML or JSON) or a stored assessment; - is standard input',
    answersFile: 'the file with the answers (default: hurdles-answers.yaml)',
    lintFile: 'questionnaire, answers, brand or template',
    format:
      'html, md, json, csv (one row per question), pdf (printed by an installed browser), badge (an SVG) or, with a template of your own, txt; also several: html,md',
    brand:
      'a look of your own: name, logo, colours (YAML; default: the one of hurdles.config.yaml)',
    template:
      'a template of your own, or a folder with parts of your own (Handlebars; see docs/templates.en.md)',
    output: 'file or folder (default: standard output)',
    force: 'overwrite even what does not look like an earlier result of this command',
    forceNew: 'overwrite what is already there',
    worksheets:
      'write the worksheets, pre-filled, into this folder (tables as CSV, too); without -f and -o only these',
    withWorksheets: 'the worksheets as an appendix of the report (HTML, PDF and Markdown)',
    json: 'the whole assessment as JSON',
    quick: 'only the most important questions (quick check)',
    plain: 'ask line by line: for screen readers, simple terminals and answers from a pipe',
    noQuick: 'all questions again, also after a quick check',
    role: 'only the questions of this role',
    date: 'day of the assessment (YYYY-MM-DD; default: the day of the last answer)',
    lang: 'language: de or en',
    questionnaire:
      'questionnaire: file or id (otherwise the one the answers name; without answers the only one in hurdles.config.yaml, else five-hurdles)',
    noConfig: 'do not read hurdles.config.yaml',
    version: 'show the version',
    helpOption: 'show this help',
    schemaName:
      'questionnaire, answers, assessment, explanation, plan, comparison, check, lint, test, config, brand or view',
    exitCodes:
      'Exit codes: 0 done, 1 not passed (check, test, lint --strict), 2 wrong usage or a broken file, 130 interrupted.',
    completion: 'Complete commands, options and ids in the shell with Tab',
    completionShell: 'bash, zsh, fish or powershell',
    completionWhere: `To have it in every session, put one line into the shell’s file:
  bash        eval "$(hurdles completion bash)"           into ~/.bashrc
  zsh         eval "$(hurdles completion zsh)"            into ~/.zshrc, after compinit
  fish        hurdles completion fish | source            into ~/.config/fish/config.fish
  PowerShell  hurdles completion powershell | Out-String | Invoke-Expression
                                                          into $PROFILE`,
  },
  explain: {
    more: (command) => `In detail: ${command}`,
  },
  interview: {
    welcome: (title, intro) => `${title}. ${intro}`,
    howItGoes:
      'You can stop at any time (s or Ctrl+C) and carry on later. Nothing leaves this computer; please do not write anything confidential in free texts.',
    whereSaved: (file) => `Every answer is saved at once: ${file}`,
    whoSees: (role, file) =>
      `You are answering as “${role}”. Your answers and notes stand only in the file ${file}; nothing is sent anywhere. Whoever gets the file can read all of it. If somebody merges the answers of several roles, your role stands beside every answer there; this interview notes down your name nowhere. If nobody else has that role, everyone will know it was you.`,
    resumed: (answered) =>
      answered === 1
        ? 'Carrying on: 1 answer is already there.'
        : `Carrying on: ${answered} answers are already there.`,
    stopped: (file, command) => `Saved: ${file}. Carry on with: ${command}`,
    nothingSaved: 'Stopped before there was anything to save.',
    done: (file) => `All questions are answered and saved: ${file}`,
    reportFile: 'report.html',
    reportWith: (command) => `For a report you can pass on, run: ${command}`,
    changeWith: (command) => `To change answers: ${command}`,
    fileComment: (title) =>
      `Answers to “${title}”. Saved after every answer; comments stay as they are.`,
    companyName: 'What is your company called? The name appears in the report.',
    companyTitle: 'Company name',
    yourCompany: 'About your company',
    hurdle: (number, of, title) => `Hurdle ${number} of ${of}: ${title}`,
    progress: ({ number, of, minutes }) =>
      [
        `Question ${number} of ${of}`,
        ...(minutes === null
          ? []
          : [minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`]),
      ].join(' · '),
    commands: {
      back: { key: 'b', does: 'back' },
      forward: { key: 'f', does: 'forward' },
      unknown: { key: 'd', does: 'don’t know' },
      'not-applicable': { key: 'x', does: 'not applicable' },
      note: { key: 'n', does: 'note' },
      evidence: { key: 'e', does: 'evidence' },
      help: { key: 'h', does: 'help' },
      list: { key: 'a', does: 'all answers' },
      stop: { key: 's', does: 'stop' },
    },
    keys: {
      one: '↑ ↓ or a number chooses · Enter confirms',
      several: '↑ ↓ moves · space or a number selects · Enter confirms',
      line: 'Enter confirms · or one letter alone:',
      emptyLine: 'may be left empty',
      help: (page, of) =>
        page < of ? `Enter shows more (${page} of ${of})` : 'Enter leads back to the question',
    },
    plain: {
      answers: (count) => (count === 1 ? '1 choice:' : `${count} choices:`),
      one: (first, last) => `Please type a number from ${first} to ${last}, then Enter`,
      several: (first, last) =>
        `Please type one or more numbers from ${first} to ${last}, separated by commas, then Enter`,
      line: 'Please type, then Enter',
      emptyLine: 'Please type, then Enter; may be left empty',
      keep: 'Enter alone keeps the answer',
      before: (answer) => `So far: ${answer}`,
      notUnderstood: (typed) =>
        typed === '' ? 'Please choose an answer.' : `“${typed}” is not one of the answers.`,
    },
    unknown: 'I don’t know',
    notApplicable: 'Not applicable',
    notApplicableWith: (reason) => `Not applicable (${reason})`,
    unanswered: 'still open',
    leftEmpty: 'left empty',
    reason: 'Why does it not apply? A few words will do.',
    reasonTitle: 'Not applicable',
    several: 'several possible',
    needsText: 'Please write a few words.',
    needsNumber: 'Please enter a number.',
    decimalSign: '.',
    number: typedNumber,
    numberRange: (range) => rangeWords(range, typedNumber),
    outsideRange: (range) => `Possible here: ${range}.`,
    whichNumber: (typed, numbers) =>
      `“${typed}” can mean ${numbers.join(' or ')}; please type it as you mean it.`,
    exclusive: (label) => `“${label}” cannot be chosen together with other answers.`,
    noneOfThese: 'None of these',
    pickOne: 'Please select at least one answer, then Enter.',
    quoted: (text) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`,
    help: {
      why: (text) => `Why this is asked: ${text}`,
      example: (text) => `For example: ${text}`,
      proof: (text) => `This would prove it: ${text}`,
    },
    note: {
      title: 'Note',
      ask: 'Your note on this question (nothing confidential, please; leave it empty for no note)',
      is: (note) => `Note: ${note}`,
    },
    evidence: {
      title: 'Evidence',
      ask: 'What does the answer rest on?',
      is: (kind) => `Evidence: ${kind}`,
      none: 'Not stated',
      kinds: {
        estimate: 'Estimate',
        example: 'Example',
        document: 'Document',
        records: 'Records',
      },
    },
    list: {
      title: 'All answers',
      ask: 'Where would you like to go?',
      goOn: (title) => `Carry on with: ${title}`,
      showResult: 'All correct: show the result',
      answer: (title, answer) => `${title}: ${answer}`,
    },
    review: 'All questions are answered. Would you like to change anything?',
    contradiction: {
      title: 'One more question about that',
      change: (title, answer) => `Change – ${title}: ${answer}`,
      leave: 'Both are right, leave them as they are',
    },
    hurdleDone: (title, covered, left) =>
      `“${title}” is done: ${covered.join('; ')}. ${left === 0 ? 'Those were all the questions.' : left === 1 ? 'One question is left.' : `${left} questions are left.`}`,
    unkept: (title, beside) => `Not saved, because “${title}” has no answer yet: ${beside}`,
    changedMeanwhile:
      'The file was changed elsewhere in the meantime, too. Both are saved now: the change made there and your answer.',
    notSaved: {
      title: 'Not saved',
      again: 'Try again',
      stop: 'Stop; this one answer is lost',
      lost: (file, command) =>
        `Your last answer is not saved; what was in ${file} is still there. Carry on with: ${command}`,
      nothing: (file) =>
        `Nothing saved: ${file} could not be written. Name a file in a folder you may write to: hurdles interview FILE`,
    },
    brokenMeanwhile: (file) =>
      `${file} was changed elsewhere in the meantime and now has mistakes; nothing is written over it. Please mend them there, then try again.`,
    howLong: (minutes) =>
      minutes === 1 ? 'It takes about a minute.' : `It takes about ${minutes} minutes.`,
    yes: 'Yes',
    no: 'No',
    writeReport: (file) => `Write the report now (${file})?`,
    reportExists: (file) => `${file} is there already; the command below writes a new report.`,
    stillOpen: (count) =>
      count === 1 ? 'One question is still open.' : `${count} questions are still open.`,
    goOnFull: (command) =>
      `Only part of it was asked. All the other questions are asked by: ${command}`,
  },
  plan: {
    begin: 'What you can begin now',
    allBegun: 'All that can begin now is under way.',
    phase: { now: 'Now', next: 'Next', later: 'Later' },
    status: { open: 'open', doing: 'under way', done: 'done', dropped: 'dropped' },
    due: (day, overdue) => (overdue ? `overdue since ${day}` : `by ${day}`),
    placed: {
      verdict: (verdict) => `Helps to lift this verdict: “${verdict}”`,
      prerequisite: (step) => `Needed for “${step}”`,
    },
    sameVerdict: 'Helps to lift the same verdict',
    after: (steps) =>
      steps.length === 1 ? `only after step ${steps[0]}` : `only after steps ${steps.join(', ')}`,
    changes: 'Changes:',
    changesIfReached: 'If it turns out that the target is reached:',
    level: (from, to) => `company: level ${from} → ${to}`,
    hurdleLevel: (hurdle, from, to) => `${hurdle}: level ${from} → ${to}`,
    score: (from, to) => `score ${from} → ${to}`,
    lifts: (verdict) => `lifted: “${verdict}”`,
    total: (steps, effort) =>
      `${steps === 1 ? '1 step' : `${steps} steps`}, ${effort === '1' ? `1${unbroken}person-day` : `${effort}${unbroken}person-days`} together.`,
    gainNote: '“Changes” counts the steps before it, too, and holds once the answers say so.',
    done: 'Done',
    unconfirmed: 'Done, but the answer does not say so yet',
    answerAgain: 'please answer it again',
    still: (level) => (level === null ? 'answered otherwise so far' : `level ${level} so far`),
    stillOpen: 'open so far',
    dropped: 'Dropped',
    stays: (verdict) => `Without it this stands: “${verdict}”`,
    waits: (step) => `Without it this cannot begin: “${step}”`,
    others: 'Decided, without a step in the plan',
    why: {
      reached: 'target reached already',
      deferred: 'should wait',
      'not-due': 'question not due yet',
      'not-applicable': 'does not apply',
      open: 'the plan asks for nothing here',
    },
    settled: 'Every step of the plan is marked as done or dropped.',
    nothing: 'No step needed: everything asked about has reached its target.',
    nothingYet: 'No step can be recommended yet. First settle the open questions.',
    nothingAdvised:
      'Not everything asked is at its target; the questionnaire names no step for it.',
  },
  route: {
    cheapest: 'The cheapest way',
    cheap: 'A cheap way (approximation)',
    toLevel: (way, level, name) => `${way} to level ${level}${name === '' ? '' : ` “${name}”`}`,
    toTarget: (way) => `${way} to reach every target`,
    toLift: (way, verdict) => `${way} to lift this verdict: “${verdict}”`,
    toFine: (way, verdict) => `${way} to this verdict: “${verdict}”`,
    best: (days) => `The best of ${days === '1' ? '1 person-day' : `${days} person-days`}`,
    good: (days) =>
      `What ${days === '1' ? '1 person-day' : `${days} person-days`} can do (approximation)`,
    isThere: 'Reached already: nothing needs to be done for it.',
    reachOnly: (level) =>
      `The steps of this plan do not reach that: all of them together lead to level ${level}.`,
    noLevelThen:
      'The steps of this plan do not reach that: even after all of them no level can be told yet.',
    unreached: {
      'at-target': 'Even all steps of this plan together do not bring everything to its target.',
      verdict: 'Even all steps of this plan together do not lift this verdict.',
      fine: 'Even all steps of this plan together do not lead there.',
      days: 'Nothing can be reached with that.',
    },
    disputed:
      'Steps are not enough for that. The verdict stays as long as the roles are so far apart here:',
    settle:
      'Agree, then enter the joint answer of each of these questions and delete its “sources”. That takes no step.',
    roughlyUnreached: 'But not every choice of steps was tried.',
    wholePlan: 'The same command without --to shows the whole plan.',
    nothingFits: 'In so little time no step can be done that changes the result.',
    targetsReachOnly: (level) =>
      `The plan is empty: everything asked about has reached its target, and that leads to level ${level}.`,
    stoppedBy: (level, hurdles) =>
      `${hurdles.length === 1 ? 'This hurdle stays' : 'These hurdles stay'} below level ${level}: ${hurdles.join(', ')}.`,
    onlyWith: (steps) =>
      `It can be reached only with the dropped ${steps.length === 1 ? 'step' : 'steps'} ${steps.map((step) => `“${step}”`).join(', ')}.`,
    onlyAgain: 'No further step: only what is done already has to be answered again.',
    answerAgain: 'Answer again (done, but the answer does not say so yet)',
    effort: (effort, mean) =>
      `${effort === '1' ? `1${unbroken}person-day` : `${effort}${unbroken}person-days`}${effort === mean ? '' : ` (midpoint ${mean})`}`,
    held: (mean, days, effort) =>
      `${effort === mean ? mean : `midpoint ${mean}`} of ${days === '1' ? `1${unbroken}person-day` : `${days}${unbroken}person-days`}${effort === mean ? '' : ` (${effort})`}`,
    sum: (steps, findOut, effort, weeks) =>
      `${steps === 1 ? '1 step' : `${steps} steps`}${findOut === null ? '' : steps === findOut ? ' (only to find out)' : ` (${findOut} of them only to find out)`} · ${effort} · at least ${weeks === '1' ? `1${unbroken}week` : `${weeks}${unbroken}weeks`}`,
    afterwards: 'In the end',
    level: (from, to) =>
      to === null
        ? 'company: no level yet'
        : from === null
          ? `company: no level yet → ${to}`
          : from === to
            ? `company: still level ${to}`
            : `company: level ${from} → ${to}`,
    stands: (verdict) => `still stands: “${verdict}”`,
    provenCheapest:
      'No other way takes fewer person-days, calculated with the midpoint of every estimate.',
    provenBest:
      'No more can be reached with that, calculated with the midpoint of every estimate. “Not yet” verdicts come first, then the level, then the score.',
    approximation:
      'This is an approximation: not every choice of steps was tried; there may be a cheaper one.',
    findsOut:
      'Finding out counts as if the target then turned out to be reached; if it is less, the step that reaches it comes on top.',
    byAnswers:
      'What is done counts as confirmed and takes nothing more; what was dropped is left out, with all that waits for it.',
  },
  result: {
    decide: 'What to decide now',
    provisional: 'provisional; the open questions decide',
    because: 'Because:',
    lifted: 'Lifted when',
    first: 'First:',
    step: (rank, title) => `step ${rank}, ${title}`,
    level: (level) => `level ${level}`,
    unknown: 'nobody knows yet',
    unanswered: 'not answered yet',
    openShare: (hurdle, share) => `${hurdle}: ${share} of the questions are open`,
    hurdles: 'The hurdles',
    target: 'target',
    enough: 'enough',
    cappedBy: (why) => `limited: ${why}`,
    countsOnly: {
      level: (title, counts, why) => `“${title}” counts only as level ${counts}: ${why}`,
      points: (title, counts, why) => `“${title}” counts only ${counts} (points): ${why}`,
    },
    cappedByCore: (title) => `limited by the weakest core question: ${title}`,
    reasons: {
      'not-due': 'not due yet',
      'not-applicable': 'not applicable',
      scope: 'not asked',
      'not-rateable': 'cannot be rated yet: too much is open',
    },
    overall: 'Where you stand',
    overallLevel: (level, name) => `Level ${level} “${name}”`,
    overallTarget: (level) => `sensible in your situation: level ${level}`,
    overallEnough: (level) => `good enough for now in your situation: level ${level}`,
    noLevel: {
      'not-due': 'No level: nothing is due yet.',
      scope: 'No company level: only part of it was asked.',
      'not-rateable': 'No level yet: too much is open.',
    },
    plus: (above) => (above === 1 ? '1 hurdle stands higher' : `${above} hurdles stand higher`),
    atMostLevel: (level) => `possibly up to level ${level}`,
    index: (low, high, isOfPart) =>
      `score ${high === null ? low : `${low} to ${high}`} out of 100${isOfPart ? ' (this part only; not comparable with the whole company)' : ''}`,
    answered: (answered, of) =>
      `${answered} of ${of} ${of === 1 ? 'question' : 'questions'} answered`,
    notApplicable: (count) => `${count} × “not applicable”`,
    steps: 'The first steps',
    days: (effort) =>
      effort === '1' ? `1${unbroken}person-day` : `${effort}${unbroken}person-days`,
    weeks: (weeks) => (weeks === '1' ? `1${unbroken}week` : `${weeks}${unbroken}weeks`),
    findOut: (title) => `Find out: ${title}`,
    moreSteps: (count) =>
      count === 1 ? '1 more step is in the report.' : `${count} more steps are in the report.`,
    contradictions: 'Contradictions, please clear up',
    open: 'Open',
    apart: 'Where you see different companies',
    core: 'core question',
    blindSpot: ({ one, other, both, better, worse, same }) =>
      `“${one}” and “${other}” both answered ${both} ${both === 1 ? 'question' : 'questions'}: “${one}” gave the better answer on ${better}, “${other}” on ${worse}; on ${same} both gave the same.`,
    profileApart: 'About the company itself they say different things too:',
    profileStands: (title, answer) => `${title} – what counts: ${answer}`,
    said: {
      answered: '–',
      unknown: 'does not know',
      'not-applicable': 'does not apply',
    },
    allAgree: (several) =>
      several === 1
        ? 'One question was answered by several people, and all gave the same answer.'
        : `${several} questions were answered by several people, and all gave the same answers.`,
    moreApart: (count) =>
      count === 1
        ? '1 more question on which the answers differ is in the report.'
        : `${count} more questions on which the answers differ are in the report.`,
    note: (note) => `“${note}”`,
    onlyRole: (role, asked, of) =>
      `This is the view of one role (${role}): ${asked} of the ${of} questions due.`,
    extents: { whole: 'Fully', part: 'Partly', none: 'Not' },
    covers: (extent, titles) => `${extent} covered: ${titles}`,
    rest: (count, shared, roles) =>
      `Who can answer the other ${count === 1 ? 'question' : `${count} questions`}${shared ? ' (some of them more than one role)' : ''}: ${roles}`,
    restOf: (role, questions) => `${role} (${questions})`,
    whoKnows: (roles) => `who may know: ${roles}`,
    nothingToDo: 'No step needed: everything asked about has reached its target.',
    unnamed: 'Unnamed',
  },
};
