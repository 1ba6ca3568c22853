import { describe, expect, test } from 'vitest';
import { aFolder, hurdles } from '../support/run.ts';

const questionnaire = `format: questionnaire/1
id: copies
version: 1.0.0
languages: [de, en]
title: { de: "Kopien", en: "Copies" }
scales:
  done: [{ from: 0, name: { de: "Nein", en: "No" } }, { from: 1, name: { de: "Ja", en: "Yes" } }]
hurdles:
  - id: copy
    title: { de: "Kopie", en: "Copy" }
    scale: done
    questions:
      - id: copy.there
        target: 1
        title: { de: "Kopie", en: "Copy" }
        text: { de: "Gibt es eine Kopie?", en: "Is there a copy?" }
        options: [{ de: "Nein.", en: "No." }, { de: "Ja.", en: "Yes." }]
`;
const answers = (level: number) =>
  `format: answers/1\nquestionnaire: { id: copies, version: 1.0.0 }\nsubject: { name: Muster }\nupdated: 2026-11-01\nanswers: { copy.there: ${level} }\n`;

const words = {
  de: {
    reached: /so weit, wie es in Ihrer Lage|erreicht das Soll\.|wie bisher/,
    below: /Nicht alles Gefragte erreicht das Soll; der\s+Fragebogen nennt dazu/,
  },
  en: {
    reached: /as it should be|carrying on as before|has reached its target\./,
    below: /Not everything asked is at its target; the\s+questionnaire names/,
  },
};

describe.each(['de', 'en'] as const)('a questionnaire that recommends nothing (%s)', (language) => {
  test.each([
    { what: 'the report as Markdown', args: ['report', 'a.yaml', '-f', 'md'] },
    { what: 'the report as HTML', args: ['report', 'a.yaml', '-f', 'html'] },
    { what: 'the plan', args: ['plan', 'a.yaml'] },
    { what: 'the plan as Markdown', args: ['plan', 'a.yaml', '-f', 'md'] },
  ])(
    '$what does not say that all is well where an answer is below its target',
    async ({ args }) => {
      const told = async (level: number) => {
        const folder = aFolder({ 'q.yaml': questionnaire, 'a.yaml': answers(level) });
        const call = [...args, '-q', 'q.yaml', '--lang', language];
        const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
        return stdout.replace(/<style[\s\S]*?<\/style>/g, '');
      };
      const { reached, below } = words[language];
      const [low, high] = [await told(0), await told(1)];
      expect(low).toMatch(below);
      expect(high).not.toMatch(below);
      expect(high).toMatch(reached);
      expect(low.replace(below, '')).not.toMatch(
        /ist so weit, wie es in Ihrer Lage|is as far along|wie bisher|as before/,
      );
    },
  );
});
