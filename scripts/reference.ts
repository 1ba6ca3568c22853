// Writes the reference of the format of questionnaires, and of what templates can name, from the published schemas.
import { writeFileSync } from 'node:fs';
import { referencePages } from './reference-pages.ts';
import { templatePages } from './template-pages.ts';

for (const [name, text] of Object.entries({ ...referencePages(), ...templatePages() })) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);
}
