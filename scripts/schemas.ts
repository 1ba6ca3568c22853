// Writes the published JSON Schemas from the zod schemas, the single statements of each format.
import { writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schemas.ts';

for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../schemas/${name}.v1.schema.json`, import.meta.url), text);
}
