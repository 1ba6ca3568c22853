// Writes the pages about `hurdles lint`, docs/lint.md and docs/lint.en.md, from docs/lint.examples.yaml.
import { writeFileSync } from 'node:fs';
import { lintPages } from './lint-pages.ts';

for (const [name, text] of Object.entries(lintPages())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);
}
