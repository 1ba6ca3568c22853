import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readQuestionnaire } from '../src/questionnaire/extend-questionnaire.ts';
import { parseQuestionnaire, questionnaireIn } from '../src/questionnaire/parse-questionnaire.ts';
import { compareVersions } from '../src/questionnaire/version.ts';

/** An edition of a questionnaire as it is now, with everything it extends. */
type Edition = {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly data: unknown;
};

type Digests = Readonly<Record<string, string>>;

/**
 * Freezes the present editions of the questionnaires of a folder below its `published/`: each whole, as one JSON file,
 * its digest beside those of the others. What was published before is never written again.
 *
 * @returns the names of the editions that are new; or why nothing was written
 */
export function publish(folder: string): {
  readonly written: readonly string[];
  readonly problems: readonly string[];
} {
  const problems = problemsOfPublished(folder);
  if (problems.length > 0) return { written: [], problems };
  const before = digestsIn(folder);
  const fresh = editionsIn(folder).filter((one) => !Object.hasOwn(before, nameOf(one)));
  const digests = { ...before };
  for (const edition of fresh) {
    mkdirSync(join(folder, 'published'), { recursive: true });
    writeFileSync(fileOf(folder, nameOf(edition)), text(edition.data));
    digests[nameOf(edition)] = edition.digest;
  }
  if (fresh.length > 0) writeFileSync(fileOf(folder, 'digests'), text(sorted(digests)));
  return { written: fresh.map(nameOf), problems: [] };
}

/**
 * What is wrong with the published editions of a folder, a sentence each: every file must still read and have the digest
 * that was recorded, and a questionnaire that says it is a published version must be that very one.
 */
export function problemsOfPublished(folder: string): readonly string[] {
  const digests = digestsIn(folder);
  const names = Object.keys(digests);
  const published = join(folder, 'published');
  const kept = existsSync(published)
    ? readdirSync(published)
        .map((file) => basename(file, '.json'))
        .filter((name) => name !== 'digests')
    : [];
  return [
    ...kept.filter((name) => !names.includes(name)).map((name) => `${name} has no digest recorded`),
    ...names.flatMap((name) => {
      const path = fileOf(folder, name);
      if (!existsSync(path)) return [`${name} is missing`];
      const parsed = parseQuestionnaire(readFileSync(path, 'utf8'), path);
      if (!parsed.ok) return [`${name} no longer reads: ${JSON.stringify(parsed.problems[0])}`];
      return parsed.value.digest === digests[name] && nameOf(parsed.value) === name
        ? []
        : [`${name} is no longer what was published`];
    }),
    ...editionsIn(folder).flatMap((one) => {
      const name = nameOf(one);
      const newer = names.find((other) => {
        const [id, version] = other.split('@');
        return id === one.id && compareVersions(version ?? '', one.version) > 0;
      });
      if (newer !== undefined) return [`${one.id}.yaml is ${name}, older than ${newer}`];
      return !Object.hasOwn(digests, name) || digests[name] === one.digest
        ? []
        : [
            `${one.id}.yaml says other things than ${name}, which is published: give it a new version (hurdles lint ${one.id} --against ${name})`,
          ];
    }),
  ];
}

function editionsIn(folder: string): readonly Edition[] {
  const files = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));
  const textOf = (id: string) => ({
    name: `${id}.yaml`,
    text: readFileSync(join(folder, `${id}.yaml`), 'utf8'),
  });
  const known = files.map((file) => basename(file, '.yaml'));
  const bases = { known, open: (id: string) => (known.includes(id) ? textOf(id) : null) };
  return known.map((own) => {
    const { name, text: written } = textOf(own);
    const read = readQuestionnaire(written, name, bases);
    const parsed = read.ok ? questionnaireIn(read.file) : read;
    if (!read.ok || !parsed.ok) throw new Error(`${name} has problems: hurdles lint names them`);
    const { id, version, digest } = parsed.value;
    return { id, version, digest, data: read.file.data };
  });
}

function digestsIn(folder: string): Digests {
  const path = fileOf(folder, 'digests');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Digests) : {};
}

function sorted(digests: Digests): Digests {
  return Object.fromEntries(Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nameOf({ id, version }: Pick<Edition, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

function fileOf(folder: string, name: string): string {
  return join(folder, 'published', `${name}.json`);
}

function text(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}
