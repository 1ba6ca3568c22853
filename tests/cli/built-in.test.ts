import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInQuestionnaire } from '../../src/cli/built-in.ts';
import { builtInQuestionnaires } from '../../src/cli/package-files.ts';
import { prepared } from '../../src/cli/prepared.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { root } from '../support/run.ts';

const textOf = (id: string) => readFileSync(join(root, `questionnaires/${id}.yaml`), 'utf8');
const bases = {
  known: builtInQuestionnaires(),
  open: (id: string) => ({ name: `<${id}>`, text: textOf(id) }),
};

test.each(builtInQuestionnaires())(
  'what the build prepared of %s is what its text says, and nothing of it got lost as JSON',
  (id) => {
    expect(prepared(`questionnaires/${id}.json`)).not.toBeNull();
    const parsed = parseQuestionnaire(textOf(id), `${id}.yaml`, bases);
    expect(builtInQuestionnaire(id)).toStrictEqual(parsed.ok ? parsed.value : parsed.problems);
  },
);
