import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { type Change, changed } from './planted.ts';

/**
 * The text of a small questionnaire that has one of everything: every kind of question, a group, a gate, a verdict
 * that can be lifted, a contradiction, a worksheet, a case. It reads without a problem.
 *
 * @param changes what stands otherwise: `['from', 'to']`; each `from` must be there, and once only
 */
export function aQuestionnaireText(...changes: readonly Change[]): string {
  return changed(text, changes);
}

/** The same, read. */
export function aQuestionnaire(...changes: readonly Change[]): Questionnaire {
  const parsed = parseQuestionnaire(aQuestionnaireText(...changes), 'small.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3), null, 2));
  return parsed.value;
}

const text = `# A small questionnaire for tests.
format: questionnaire/1
id: small
version: 1.2.0
languages: [de, en]
title: { de: "Klein", en: "Small" }

scales:
  steps:
    - { from: 0, name: { de: "Anfang", en: "Start" } }
    - { from: 1, name: { de: "Mitte", en: "Middle" } }
    - { from: 2, name: { de: "Ende", en: "End" } }

roles:
  - { id: boss, title: { de: "Chefin", en: "Boss" } }
  - { id: team, title: { de: "Team", en: "Team" } }

profile:
  - id: stage
    kind: choice
    ordered: true
    required: true
    text: { de: "Wie weit?", en: "How far?" }
    options:
      - { id: none, label: { de: "Noch nichts", en: "Nothing yet" } }
      - { id: pilot, label: { de: "Pilot", en: "Pilot" } }
      - { id: running, label: { de: "Im Betrieb", en: "In operation" } }
  - id: sector
    kind: choice
    text: { de: "Welche Branche?", en: "Which sector?" }
    options:
      - { id: crafts, label: { de: "Handwerk", en: "Crafts" } }
      - { id: retail, label: { de: "Handel", en: "Retail" } }
  - id: plans
    kind: several
    text: { de: "Was ist geplant?", en: "What is planned?" }
    options:
      - { id: purchase, label: { de: "Kauf", en: "Purchase" } }
      - { id: expansion, label: { de: "Ausbau", en: "Expansion" } }
      - { id: nothing, exclusive: true, label: { de: "Nichts", en: "Nothing" } }
  - id: staff
    kind: number
    text: { de: "Wie viele Beschäftigte?", en: "How many people?" }
  - id: goal
    kind: text
    optional: true
    text: { de: "Welches Ziel?", en: "Which goal?" }

targets:
  by: stage
  modifiers:
    - { when: { sector: crafts }, change: -1, for: [tests.cases] }
  bounds: { atLeast: 1, atMost: 2 }

hurdles:
  - id: goals
    title: { de: "Ziele", en: "Goals" }
    scale: steps
    questions:
      - id: goals.problem
        title: { de: "Problem", en: "Problem" }
        text: { de: "Welches Problem?", en: "Which problem?" }
        core: true
        roles: [boss, team]
        target: { none: 1, pilot: 2, running: 2 }
        options:
          - { de: "Keines", en: "None" }
          - { de: "Gesagt", en: "Said" }
          - { de: "Geschrieben", en: "Written" }
        recommendation:
          title: { de: "Problem aufschreiben", en: "Write the problem down" }
          steps:
            - { de: "Ein Blatt nehmen", en: "Take a sheet" }
          owner: boss
          effort: { min: 0.5, max: 1 }
          weeks: 1
          impact: 5
          worksheet: sheet
      - id: goals.way
        kind: choice
        title: { de: "Weg", en: "Way" }
        text: { de: "Welcher Weg?", en: "Which way?" }
        target: 1
        options:
          - { id: bought, label: { de: "Gekauft", en: "Bought" }, points: 0 }
          - { id: built, label: { de: "Gebaut", en: "Built" }, points: 2 }
      - id: goals.words
        kind: text
        title: { de: "Wortlaut", en: "Wording" }
        text: { de: "Wie lautet das Ziel?", en: "What is the goal?" }
  - id: tests
    title: { de: "Tests", en: "Tests" }
    scale: steps
    questions: []
    groups:
      - id: checks
        title: { de: "Prüfungen", en: "Checks" }
        questions:
          - id: tests.cases
            title: { de: "Fälle", en: "Cases" }
            text: { de: "Gibt es Testfälle?", en: "Are there test cases?" }
            target: { none: null, pilot: 1, running: 2 }
            when: { stage: { atLeast: pilot }, goals.problem: { atLeast: 1 } }
            options:
              - { de: "Keine", en: "None" }
              - { de: "Einige", en: "Some" }
              - { de: "Genug", en: "Enough" }
            recommendation:
              title: { de: "Fälle sammeln", en: "Collect cases" }
              steps:
                - { de: "Zehn Fälle notieren", en: "Note down ten cases" }
              owner: team
              effort: { min: 1, max: 2 }
              weeks: 2
              impact: 4
              requires: [goals.problem]
          - id: tests.kinds
            kind: several
            title: { de: "Arten", en: "Kinds" }
            text: { de: "Welche Tests?", en: "Which tests?" }
            notApplicable: false
            cap: 2
            options:
              - { id: manual, label: { de: "Von Hand", en: "By hand" }, points: 1 }
              - { id: automatic, label: { de: "Automatisch", en: "Automatic" }, points: 2 }

gates:
  - id: no-problem
    when: { goals.problem: { atMost: 0 } }
    limits:
      - { hurdle: goals, atMost: 1 }
      - { question: tests.cases, atMost: { answerOf: goals.problem } }
    why: { de: "Ohne Problem kein Ziel", en: "No goal without a problem" }

verdicts:
  - id: not-buy
    kind: stop
    when: { plans: { includes: purchase }, goals.problem: { atMost: 1 } }
    liftedWhen: { goals.problem: { atLeast: 2 } }
    first: [goals.problem]
    defers: [tests.cases]
    text: { de: "Noch nicht kaufen", en: "Do not buy yet" }
    review: 26w
  - id: clarify
    kind: clarify
    when:
      any:
        - { $unknown.any: { above: 0.3 } }
        - { $level: { below: 1 } }
    text: { de: "Erst klären", en: "Clarify first" }

contradictions:
  - id: tested-without-problem
    when: { tests.cases: { atLeast: 2 }, not: { goals.problem: { atLeast: 1 } } }
    ask: { de: "Was testen Sie bei {sector}?", en: "What do you test in {sector}?" }

worksheets:
  - id: sheet
    title: { de: "Zielblatt", en: "Goal sheet" }
    fields:
      - { de: "Problem", en: "Problem" }

facts:
  - id: failing
    text: { de: "Viele scheitern", en: "Many fail" }
    year: 2024
    base: { de: "Befragte", en: "Respondents" }
    source: "Nobody (2024)"
    hurdles: [goals]

hints:
  - id: law
    title: { de: "Recht", en: "Law" }
    asOf: 2026-01-31
    points:
      - { de: "Fragen Sie nach", en: "Ask" }

cases:
  - id: purchase-without-problem
    given:
      profile: { stage: pilot, plans: [purchase] }
      answers: { goals.problem: 0 }
    expect: { hurdles: { goals: 0 }, gates: [no-problem], verdicts: [not-buy], notVerdicts: [clarify], firstSteps: [goals.problem], notSteps: [tests.cases] }
`;
