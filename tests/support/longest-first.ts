import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The longest first; all others take less than ten seconds. `npx vitest run --reporter=json` tells how long each took.
const longest = [
  'fuzz/fuzz',
  'trust/killed',
  'assessment/properties',
  'questionnaire/accept-answers',
  'ci/action',
  'trust/injection',
  'docs/library',
  'browser/print',
  'docs/ci',
  'browser/accessibility',
  'browser/layout',
  'browser/injection',
  'cli/stream-process',
  'assessment/explain',
  'cli/stream',
  'cli/new',
  'cli/package',
  'cli/completion-shells',
  'questionnaire/accept-sheet',
  'cli/published',
  'trust/limits',
  'cli/pdf',
  'docs/pipes',
  'browser/library',
  'cli/report',
  'trust/two-writers',
  'trust/network',
  'cli/json-outputs',
];

/**
 * Starts with the files that take longest, so that in the end no core waits for the last of them. (It is a class since
 * Vitest asks for one.)
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const [, name = ''] = /\/tests\/(.*)\.test\.ts$/.exec(moduleId.replaceAll('\\', '/')) ?? [];
  const found = longest.indexOf(name);
  return found < 0 ? longest.length : found;
}
