// A step of a release: freezes the present editions of our questionnaires, so that what is judged with them can be told
// years later.
import { fileURLToPath } from 'node:url';
import { publish } from './published-questionnaires.ts';

const { written, problems } = publish(fileURLToPath(new URL('../questionnaires', import.meta.url)));
for (const problem of problems) process.stderr.write(`${problem}\n`);
for (const name of written) process.stdout.write(`published ${name}\n`);
if (problems.length + written.length === 0) process.stdout.write('nothing new to publish\n');
process.exitCode = problems.length > 0 ? 1 : 0;
