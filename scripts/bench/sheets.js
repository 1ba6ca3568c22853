// Answer sheets as companies would send them: every one different, the same at every run.
import { engineOf } from '../../dist/lib/assessment/engine.js';
import { sheetOf } from '../../dist/lib/assessment/sheet.js';
import { standOf } from '../../dist/lib/assessment/stand.js';
import { noAnswers } from '../../dist/lib/questionnaire/answers.js';
import { notApplicableRefusal } from '../../dist/lib/questionnaire/not-applicable.js';

const places = ['Köln', 'München', 'Görlitz', 'Saarbrücken', 'Lübeck', 'Nürnberg', 'Düren', 'Ulm'];
const trades = ['Bäckerei', 'Schlosserei', 'Spedition', 'Kanzlei', 'Gärtnerei', 'Werbeagentur'];
const names = ['Müller', 'Öztürk', 'Schäfer', 'Groß', 'Nowak', 'Krüger', 'Weiß', 'Jäger', 'Lang'];
const uses = ['Angebote schreiben', 'Anfragen sortieren', 'Rechnungen prüfen', 'Texte übersetzen'];
const remarks = [
  'rund 35 Vorgänge im Monat, gut eine Stunde je Vorgang',
  'mündlich besprochen, noch nicht aufgeschrieben',
  'Herr Yilmaz führt die Liste, zuletzt im März geprüft',
  'für das Frühjahr geplant – das Büro weiß Bescheid',
];
const goals = ['Weniger Rückfragen', 'Ein Angebot soll nur noch die Hälfte der Zeit kosten'];
const evidence = ['estimate', 'example', 'document', 'records'];

/**
 * @param {import('../../dist/lib/index.js').Questionnaire} questionnaire
 * @returns {(index: number) => string} the sheet of that number as one line of JSON
 */
export function sheets(questionnaire) {
  const engine = engineOf(questionnaire);
  const { id, version, digest } = questionnaire;
  const mayBeLeftOut = questionnaire.questions.map(
    ({ question }) => notApplicableRefusal(question, questionnaire) === null,
  );
  return (index) => {
    const random = randomFrom(index);
    const one = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
    /** @type {Record<string, unknown>} */
    const profile = {};
    for (const question of questionnaire.profile) {
      if (!question.required && random() < 0.04) profile[question.id] = 'unknown';
      else if (question.kind === 'choice') profile[question.id] = one(question.options).id;
      else if (question.kind === 'several') profile[question.id] = [one(question.options).id];
      else if (question.kind === 'number') profile[question.id] = Math.floor(random() * 400);
      else profile[question.id] = question.names === 'use' ? one(uses) : one(goals);
      if (question.kind === 'text' && profile[question.id] === 'unknown')
        delete profile[question.id];
    }
    const said = { ...noAnswers(questionnaire), profile: answered(profile) };
    const { notDue } = standOf(engine, sheetOf(engine, said));
    /** @type {Record<string, unknown>} */
    const answers = {};
    const skill = random();
    questionnaire.questions.forEach(({ question }, position) => {
      if (question.kind !== 'level' || notDue[position] !== null) return;
      const chance = random();
      const top = question.options.length - 1;
      const level = Math.max(0, Math.min(top, Math.round((skill + random() - 0.5) * top)));
      if (chance < 0.07) answers[question.id] = 'unknown';
      else if (chance < 0.1 && mayBeLeftOut[position]) answers[question.id] = 'not-applicable';
      else if (chance < 0.14) {
        answers[question.id] = { answer: level, evidence: one(evidence), note: one(remarks) };
      } else answers[question.id] = level;
    });
    const day = `2026-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
    return JSON.stringify({
      format: 'answers/1',
      questionnaire: { id, version, digest },
      subject: { name: `${one(trades)} ${one(names)} ${one(places)} ${index}`, use: one(uses) },
      language: 'de',
      started: `${day}T07:58:00Z`,
      updated: `${day}T${two(8 + Math.floor(random() * 10))}:14:00Z`,
      profile,
      answers,
    });
  };
}

/** @param {Record<string, any>} profile */
function answered(profile) {
  return Object.fromEntries(
    Object.entries(profile).map(([id, answer]) => [
      id,
      answer === 'unknown' ? { state: 'unknown' } : { state: 'answered', answer },
    ]),
  );
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, '0');
}

// Mulberry32 (Tommy Ettinger, 2017).
/** @param {number} seed */
function randomFrom(seed) {
  let state = (seed * 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
