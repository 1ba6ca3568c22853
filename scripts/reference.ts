// Writes the reference of the format of questionnaires from its published schema.
import { writeFileSync } from 'node:fs';
import { referencePages } from './reference-pages.ts';

for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);
}
