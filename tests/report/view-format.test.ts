import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';

import type { Io } from '../../src/cli/io.ts';
import { quickLoad as load } from '../../src/cli/quick-load.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { proofOf } from '../../src/report/proof.ts';
import { viewOf } from '../../src/report/view.ts';
import { ViewFormat } from '../../src/report/view-format.ts';
import { withWorksheets, worksheetViews } from '../../src/report/worksheet-view.ts';
import { hurdles, root } from '../support/run.ts';

const folders = ['', 'roles', 'verlauf', 'vorhaben'].map((folder) => join('examples', folder));
const examples = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

async function viewIn(file: string, language: string, stdin = '') {
  const input = new PassThrough();
  input.end(stdin);
  const loaded = await load(file, { config: false }, { stdin: input, cwd: root } as unknown as Io);
  const { assessment, questionnaire } = loaded;
  const words = reportWords(language);
  const view = {
    ...viewOf(assessment, questionnaire, language, words),
    ...proofOf(loaded, language, words),
  };
  const sheets = worksheetViews(assessment, questionnaire, language);
  return withWorksheets(view, sheets, { asFiles: false, appended: true }, words);
}

test.each(examples.flatMap((file) => ['de', 'en'].map((language) => [file, language] as const)))(
  'what a report shows of %s in %s is what the schema says, no name more and none less',
  async (file, language) => {
    const view = await viewIn(file, language);
    expect(view.worksheets).not.toEqual([]);
    expect([view.page, view.pictures]).not.toContain(null);
    expect(ViewFormat.safeParse(view).error?.issues ?? []).toEqual([]);
  },
);

test('roles that differ, a quick check, one role, a stored assessment and another version show what the schema says', async () => {
  const roles = ['mgmt', 'it', 'dept'].map((role) => `examples/roles/${role}.yaml`);
  const merged = await hurdles(['merge', ...roles, '--prefer', 'mgmt', '-o', '-', '--names']);
  const stored = await hurdles(['score', 'examples/pumpenbau.yaml', '--json']);
  const answers =
    'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot }\n';
  const carried = {
    ...(JSON.parse(stored.stdout) as object),
    carriedOver: [{ change: 'rename', of: null, from: ['goals.aim'], to: ['goals.target'] }],
  };
  const sheets = {
    merged: merged.stdout,
    quick: `${answers}scope: { quick: true }\n`,
    role: `${answers}scope: { role: it }\n`,
    stored: stored.stdout,
    carried: JSON.stringify(carried),
  };
  for (const [what, text] of Object.entries(sheets)) {
    const view = await viewIn('-', 'de', text);
    expect(ViewFormat.safeParse(view).error?.issues ?? [], what).toEqual([]);
    if (what === 'merged') expect(view.differences).not.toBeNull();
    if (what === 'role') expect(view.covers).not.toBeNull();
    if (what === 'carried') expect(view.carriedOver).not.toBeNull();
  }
});

test('a name that the schema does not know is noticed', async () => {
  const view = await viewIn('examples/versandhandel.yaml', 'de');
  const grown = { ...view, plan: { ...view.plan, forgotten: 1 } };
  expect(ViewFormat.safeParse(grown).success).toBe(false);
});
