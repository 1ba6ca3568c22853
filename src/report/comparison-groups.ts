import type { StateChange } from '../assessment/comparison-format.ts';
import { answerLists, evidenceLists, profileLists } from './comparison-answers.ts';
import { filled, group } from './comparison-lists.ts';
import { stepLists } from './comparison-steps.ts';
import type { Comparing } from './comparison-telling.ts';
import { verdictGroups } from './comparison-verdicts.ts';
import type { GroupView } from './comparison-view-type.ts';

/** What was said otherwise: details, targets, answers, steps, proof. */
export function answerGroups(comparing: Comparing, change: StateChange): readonly GroupView[] {
  const { say } = comparing;
  return [
    ...filled(group('details', say('compare.profile'), profileLists(comparing, change))),
    ...filled(group('answers', say('compare.answers'), answerLists(comparing, change))),
    ...filled(group('steps', say('compare.steps'), stepLists(comparing, change))),
    ...filled(group('evidence', say('compare.evidence'), evidenceLists(comparing, change))),
  ];
}

/** What stands where nothing changed. */
export function standingGroups(comparing: Comparing, change: StateChange): readonly GroupView[] {
  const { say } = comparing;
  return [
    ...verdictGroups(comparing, change),
    ...filled(group('steps', say('compare.steps'), stepLists(comparing, change))),
  ];
}
