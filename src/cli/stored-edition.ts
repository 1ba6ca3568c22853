import type { Assessment } from '../assessment/assessment-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { Failure } from './failure.ts';
import { builtInQuestionnaires, tool } from './package-files.ts';
import { publishedEditions, publishedQuestionnaire, publishedWith } from './published.ts';

/**
 * The very edition of a questionnaire that a stored assessment was made with: of ours any that was published, else the
 * one at hand.
 *
 * @param wanted the questionnaire that `-q` names
 * @param atHand what is taken where the assessment is not of a published edition
 * @throws Failure when that is another edition
 */
export function editionOf(
  { questionnaire: { id, version, digest }, tool: maker }: Assessment,
  wanted: string | undefined,
  atHand: () => Questionnaire,
): Questionnaire {
  // A file that -q names is the one meant, whatever we have.
  const published = wanted === undefined || wanted === id ? publishedWith(id, digest) : null;
  if (published !== null) return publishedQuestionnaire(published);
  const questionnaire = atHand();
  if (digest !== questionnaire.digest) {
    throw new Failure('other-digest', {
      found: edition(id, version, digest),
      expected: edition(questionnaire.id, questionnaire.version, questionnaire.digest),
      program: isOurs(id) && maker.version !== tool().version ? maker.version : null,
    });
  }
  return questionnaire;
}

// Only ours come with a program.
function isOurs(id: string): boolean {
  const published = Object.keys(publishedEditions()).map((name) => name.split('@')[0]);
  return [...builtInQuestionnaires(), ...published].includes(id);
}

function edition(id: string, version: string, digest: string): string {
  return `${id} ${version}, ${digest.slice(0, 'sha256-'.length + 8)}…`;
}
