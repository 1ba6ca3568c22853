import * as z from 'zod';

/** The version of an edition: major (meaning), minor (additions and migrated renames), patch (wording). */
export const Version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, { error: 'version' });

const versionParts = ['major', 'minor', 'patch'] as const;
export type VersionPart = (typeof versionParts)[number];

/** Whether something is a version; what is none was told with the shape. */
export function isVersion(value: unknown): value is string {
  return Version.safeParse(value).success;
}

/** Below zero when the first version is older than the second, above when it is newer. */
export function compareVersions(one: string, other: string): number {
  const others = numbersOf(other);
  const differences = numbersOf(one).map((number, index) => number - (others[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** The first number of a version. */
export function majorOf(version: string): number {
  return numbersOf(version)[0] ?? 0;
}

/** Whether answers to the older of two editions can be read with the newer one. */
export function isSameMajor(version: string, other: string): boolean {
  return majorOf(version) === majorOf(other);
}

/** The next version in which one part went up; the parts behind it begin again. */
export function nextVersion(version: string, part: VersionPart): string {
  const place = versionParts.indexOf(part);
  return numbersOf(version)
    .map((number, index) => (index < place ? number : index === place ? number + 1 : 0))
    .join('.');
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
