// Writes docs/dependencies.md and docs/dependencies.en.md, from docs/dependencies.words.yaml and the built package.
import { writeFileSync } from 'node:fs';
import { dependencyPages } from './dependency-pages.ts';

for (const [name, text] of Object.entries(dependencyPages())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);
}
