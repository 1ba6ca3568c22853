// Compares the first three steps with what a practitioner would advise, and with four naive ways to rank.
import {
  answersOf,
  baselines,
  expectations,
  type Outcome,
  ours,
  outcomeOf,
  shareFound,
  verdictsFor,
} from '../tests/ranking/ranking.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(5);
const list = (ids: readonly string[]) => ids.join(', ') || '–';

for (const use of ['tune', 'count'] as const) {
  const companies = expectations.filter((company) => company.use === use);
  print(use === 'tune' ? 'Companies the formula may be tuned on' : 'Companies that only count');
  for (const company of companies) tell(company, outcomeOf(company, ours));
  print();
  print('                        expected  defensible  forbidden');
  for (const ranker of [ours, ...baselines]) {
    const outcomes = companies.map((company) => outcomeOf(company, ranker));
    const total = (of: (outcome: Outcome) => readonly string[]) =>
      String(outcomes.reduce((sum, outcome) => sum + of(outcome).length, 0));
    print(
      [
        ranker.name.padEnd(24),
        percent(shareFound(outcomes)).padStart(7),
        total(({ acceptable }) => acceptable).padStart(11),
        total(({ forbidden }) => forbidden).padStart(10),
      ].join(' '),
    );
  }
  print();
}

function tell(company: (typeof expectations)[number], outcome: Outcome): void {
  const said = verdictsFor(answersOf(company));
  const unsaid = company.verdicts.filter((id) => !said.includes(id));
  const unexpected = said.filter((id) => !company.verdicts.includes(id));
  print();
  print(`${company.id}: ${list(outcome.steps)}`);
  if (outcome.missed.length > 0) print(`  missed      ${list(outcome.missed)}`);
  if (outcome.acceptable.length > 0) print(`  defensible  ${list(outcome.acceptable)}`);
  if (outcome.forbidden.length > 0) print(`  FORBIDDEN   ${list(outcome.forbidden)}`);
  if (unsaid.length > 0) print(`  verdict not spoken  ${list(unsaid)}`);
  if (unexpected.length > 0) print(`  verdict not expected  ${list(unexpected)}`);
}
