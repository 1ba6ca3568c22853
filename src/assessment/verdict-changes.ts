import { type Address, comparisonsOf } from '../questionnaire/condition.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { AssessedVerdict, Assessment } from './assessment-format.ts';
import type { StateChange } from './comparison-format.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import type { Reversal } from './reversal.ts';

/**
 * What became of the verdicts: lifted, new, firmer or less firm, still standing; each with the changed answers that
 * brought it about: alone, else those of its condition together. Where the scopes differ, one that asks about more than
 * is due in both cannot be compared.
 *
 * @param outside questions that one of the two left out on purpose
 * @param changed ids of what was answered otherwise
 */
export function verdictChanges(
  from: Assessment,
  to: Assessment,
  { questionnaire, verdicts: judged }: Engine,
  outside: ReadonlySet<string> | null,
  changed: readonly string[],
  reversal: Reversal,
): StateChange['verdicts'] {
  const result: StateChange['verdicts'] = {
    lifted: [],
    added: [],
    confirmed: [],
    doubtful: [],
    standing: [],
    uncomparable: [],
  };
  for (const { id, when, liftedWhen } of questionnaire.verdicts) {
    const [before, after] = [standing(from, id), standing(to, id)];
    const now = after ?? before;
    if (now === undefined) continue;
    const asked = [when, ...(liftedWhen ? [liftedWhen] : [])]
      .flatMap(comparisonsOf)
      .map(({ address }) => address);
    const isSame = before?.certain === after?.certain;
    if (!isSame && outside !== null && asked.some((address) => reachesBeyond(address, outside))) {
      result.uncomparable.push(id);
      continue;
    }
    const { kind, certain } = now;
    const isAsBefore = ({ verdicts }: Judgement) =>
      verdicts.find(({ verdict }) => judged[verdict]?.id === id)?.certain === before?.certain;
    const alone = isSame ? [] : reversal.alone(isAsBefore);
    const because = () =>
      alone.length > 0
        ? [...alone]
        : [
            ...reversal.together(
              changed.filter((one) => asked.some((address) => isAbout(address, one))),
              isAsBefore,
            ),
          ];
    const told = {
      id,
      kind,
      certain,
      because: isSame ? [] : because(),
    };
    if (before && after) {
      if (isSame) result.standing.push(told);
      else if (after.certain) result.confirmed.push(told);
      else result.doubtful.push(told);
    } else if (after) result.added.push(told);
    else result.lifted.push(told);
  }
  return result;
}

/** The same for contradictions. */
export function contradictionChanges(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
  outside: ReadonlySet<string> | null,
): StateChange['contradictions'] {
  const stands = ({ contradictions }: Assessment, id: string) =>
    contradictions.some((one) => one.id === id);
  const result: StateChange['contradictions'] = { resolved: [], added: [], standing: [] };
  for (const { id, when } of questionnaire.contradictions) {
    const [before, after] = [stands(from, id), stands(to, id)];
    if (before && after) result.standing.push(id);
    if (before === after) continue;
    const asked = comparisonsOf(when).map(({ address }) => address);
    if (outside !== null && asked.some((address) => reachesBeyond(address, outside))) continue;
    if (after) result.added.push(id);
    else result.resolved.push(id);
  }
  return result;
}

function standing({ verdicts }: Assessment, id: string): AssessedVerdict | undefined {
  return verdicts.find((verdict) => verdict.id === id);
}

function isAbout(address: Address, id: string): boolean {
  return address.kind !== 'result' && address.id === id;
}

// A result is made of all questions, and so of those that were left out.
function reachesBeyond(address: Address, outside: ReadonlySet<string>): boolean {
  return address.kind === 'result' || (address.kind === 'question' && outside.has(address.id));
}
