import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { type Tell, teller } from '../../questionnaire/teller.ts';
import { readYaml } from '../../shared/read-yaml.ts';
import { isFile, readText } from '../files.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, knownIds, questionnaireFor } from '../load.ts';
import type { Candidate } from './candidates.ts';
import type { Place } from './place.ts';
import type { Sought } from './sources.ts';

/** What is sought in a questionnaire. */
type OfQuestionnaire = Exclude<Sought, 'files' | 'shells' | 'schemas'>;

/**
 * The ids that a questionnaire has, each with what it is called: of the questionnaire that `-q` names, else of the one
 * that a file of the call was made with, else of the usual one.
 *
 * @throws where it cannot be read
 */
export function idsFor(
  what: OfQuestionnaire,
  place: Place,
  language: string,
  io: Io,
): readonly Candidate[] {
  const asked = place.values['--questionnaire'];
  const options: CommonOptions = {
    config: !place.flags.includes('--no-config'),
    ...(asked === undefined ? {} : { questionnaire: asked }),
  };
  if (what === 'questionnaires') return knownIds(options, io).map((word) => ({ word, says: '' }));
  const questionnaire = questionnaireOf(place, options, io);
  return idsIn(questionnaire, what, teller(questionnaire, {}, language));
}

function questionnaireOf({ said }: Place, options: CommonOptions, io: Io): Questionnaire {
  const usual = () => questionnaireFor(null, options, io);
  if (options.questionnaire !== undefined) return usual();
  const file = said.find((word) => isSmallFile(resolve(io.cwd, word)));
  if (file === undefined) return usual();
  try {
    const read = readYaml(readText(resolve(io.cwd, file), file), file);
    return questionnaireFor(read.ok ? read.file : null, options, io);
  } catch {
    return usual();
  }
}

// Somebody waits with a finger on the key: nothing that never ends is read, and nothing long.
function isSmallFile(path: string): boolean {
  return isFile(path) && statSync(path).size <= 1_000_000;
}

function idsIn(
  questionnaire: Questionnaire,
  what: Exclude<OfQuestionnaire, 'questionnaires'>,
  tell: Tell,
): readonly Candidate[] {
  const { hurdles, questions, gates, verdicts, contradictions, roles } = questionnaire;
  const ofHurdles = hurdles.map(({ id, title }) => ({ word: id, says: tell(title) }));
  const ofVerdicts = verdicts.map(({ id, text }) => ({ word: id, says: tell(text) }));
  const levels = levelsIn(questionnaire, tell);
  switch (what) {
    case 'roles':
      return roles.map(({ id, title }) => ({ word: id, says: tell(title) }));
    case 'levels':
      return levels;
    case 'goal':
      return [...levels, { word: 'at-target', says: '' }, ...ofVerdicts];
    case 'failures':
      return [
        ...['stop', 'simpler', 'clarify', 'none'].map((word) => ({ word, says: '' })),
        ...ofVerdicts,
      ];
    case 'hurdle minima':
      return ofHurdles.map(({ word, says }) => ({ word: `${word}=`, says }));
    case 'what is explained':
      return [
        ...questions.map(({ question: { id, title, text } }) => ({
          word: id,
          says: tell(title ?? text),
        })),
        ...ofHurdles,
        ...ofVerdicts,
        ...gates.map(({ id, why }) => ({ word: id, says: tell(why) })),
        ...contradictions.map(({ id, ask }) => ({ word: id, says: tell(ask) })),
      ];
    default:
      return what satisfies never;
  }
}

function levelsIn({ scales, hurdles }: Questionnaire, tell: Tell): readonly Candidate[] {
  const scale = scales[hurdles[0]?.scale ?? ''] ?? [];
  return scale.map(({ name }, level) => ({ word: String(level), says: tell(name) }));
}
