import type { CheckedFile, Demand } from '../assessment/check/check-format.ts';
import { verdictKinds } from '../assessment/check/demands.ts';
import { spoken, tellingOf, titleOf } from '../report/telling.ts';
import { dayInWords } from '../shared/day.ts';
import { tameLine } from '../shared/tame.ts';
import type { Spoken, Teller, ToldDemand, ToldFile } from './check-told.ts';
import { messageOf, toldFinding } from './finding-telling.ts';
import type { Words } from './words/words.ts';

/** Words what was found in a file. */
export function toldFile(checked: CheckedFile, spokenOf: Spoken, words: Words): ToldFile {
  const { assessment, questionnaire, language } = spokenOf;
  const telling = tellingOf(assessment, questionnaire, language);
  const teller: Teller = { ...spokenOf, telling, words: words.check };
  return {
    file: checked.file,
    outcome: checked.outcome,
    subject: subjectOf(teller),
    demands: checked.demands.map((demand) => toldDemand(teller, demand, checked.file)),
    warnings: warningsOf(teller, checked),
    notes: notesOf(teller, checked),
    problems: [],
  };
}

function subjectOf({ assessment: { subject, date }, language }: Teller): string | null {
  const day = date === null ? null : dayInWords(date, language);
  const parts = [spoken(subject.name), spoken(subject.use), day].filter((part) => part !== null);
  return parts.length === 0 ? null : tameLine(parts.join(' · '));
}

function toldDemand(teller: Teller, demand: Demand, file: string): ToldDemand {
  const { words } = teller;
  const mended = demand.mended.map((id) => nameOf(teller, demand, id));
  return {
    demand: demand.demand,
    label: labelOf(teller, demand),
    outcome: demand.outcome,
    findings: demand.findings.map((finding) => toldFinding(teller, finding, file)),
    mended: mended.length === 0 ? null : words.mended(mended.join(', ')),
  };
}

function labelOf(
  { words, telling, questionnaire }: Teller,
  { demand, of, wanted }: Demand,
): string {
  const { exact, exactPercent } = telling.numbers;
  const said = words.demand;
  const name = of ?? '';
  switch (demand) {
    case 'verdicts':
      return (verdictKinds as readonly string[]).includes(name)
        ? said.kind(name)
        : said.verdict(name);
    case 'level':
      return said.level(exact(Number(wanted)));
    case 'hurdle-level': {
      const hurdle = questionnaire.hurdles.find(({ id }) => id === of);
      return said['hurdle-level'](
        hurdle ? telling.tell(hurdle.title) : name,
        exact(Number(wanted)),
      );
    }
    case 'coverage':
      return said.coverage(exactPercent(Number(wanted)));
    case 'age': {
      const [, amount = '', unit = 'd'] = /^(\d+)([dwm])$/.exec(String(wanted)) ?? [];
      return said.age(words.age[unit as 'd' | 'w' | 'm'](Number(amount)));
    }
    case 'condition':
      return said.condition(name);
    case 'at-target':
    case 'levels-held':
    case 'verdicts-held':
    case 'answers-held':
      return said[demand];
    default:
      return demand satisfies never;
  }
}

// What was mended: a verdict by its text would be a list of sentences.
function nameOf({ telling, questionnaire, words }: Teller, { demand }: Demand, id: string): string {
  const hurdle = questionnaire.hurdles.find((one) => one.id === id);
  if (hurdle) return telling.tell(hurdle.title);
  if (demand === 'at-target') return titleOf(telling, id);
  return id === 'company' ? words.company : id;
}

function warningsOf({ words }: Teller, { baseline }: CheckedFile): readonly string[] {
  if (baseline === null) return [];
  const { file, version, remarks } = baseline;
  return remarks.map((remark) => tameLine(words.baseline.remarks[remark](file, version ?? '–')));
}

function notesOf(teller: Teller, checked: CheckedFile): readonly string[] {
  const { telling, words, language } = teller;
  const { scope, notApplicable, noLongerDue, provisional, baseline } = checked;
  const gone = noLongerDue.map((id) => `${titleOf(telling, id)} (${id})`);
  const skipped = notApplicable.map(({ id, isNew }) => {
    const title = `${titleOf(telling, id)} (${id})`;
    return isNew ? `${title}, ${words.newlyNotApplicable}` : title;
  });
  const doubtful = provisional.map(({ kind, id }) =>
    kind === 'verdict' ? id : (messageOf(teller, id) ?? id),
  );
  const day = baseline?.date == null ? null : dayInWords(baseline.date, language);
  return [
    ...(baseline?.usable ? [words.baseline.against(baseline.file, day)] : []),
    ...(scope.quick ? [words.scope.quick] : []),
    ...(scope.role === null ? [] : [words.scope.role(telling.role(scope.role))]),
    ...(skipped.length === 0 ? [] : [words.notApplicable(skipped.length, skipped.join(', '))]),
    ...(gone.length === 0 ? [] : [words.noLongerDue(gone.length, gone.join(', '))]),
    ...(doubtful.length === 0 ? [] : [words.provisionalNote(doubtful.join(', '))]),
  ].map(tameLine);
}
