import { wordsOfProblem } from '../src/cli/format-problems.ts';
import { lintReports } from '../src/cli/lint-report.ts';
import { de } from '../src/cli/words/de.ts';
import { en } from '../src/cli/words/en.ts';
import type { Words } from '../src/cli/words/words.ts';
import { isFixable } from '../src/lint/fix.ts';
import type { Problem, Severity } from '../src/shared/problem.ts';
import { findIn, head, type LintExample, lintExamples, wholeText } from './lint-examples.ts';
import { sampleFacts } from './sample-facts.ts';

type Language = 'de' | 'en';
const catalogues = { de, en } satisfies Record<Language, Words>;

/** The pages about `hurdles lint` by file name: made of the examples, and of what the program says about them. */
export function lintPages(): Readonly<Record<string, string>> {
  return { 'lint.md': page('de'), 'lint.en.md': page('en') };
}

function page(language: Language): string {
  const words = catalogues[language];
  const say = texts[language];
  const found = lintExamples.map((example) => ({ example, problem: problemOf(example) }));
  return [
    say.before(
      reportOf('text', 'turned-word', words),
      reportOf('json', 'turned-word', words),
      reportOf('github', 'idle-limit', words),
    ),
    found
      .map(
        ({ example: { code }, problem }) =>
          `- [\`${code}\`](#${code}): ${wordsOfProblem(problem, words).what}`,
      )
      .join('\n'),
    ...found.map(({ example, problem }) => section(example, problem, language)),
    say.readings,
    table(language),
  ]
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

function section(
  { code, why, example }: LintExample,
  problem: Problem,
  language: Language,
): string {
  const { what, hint } = wordsOfProblem(problem, catalogues[language]);
  const say = texts[language];
  return [
    `### \`${code}\``,
    `**${say.severity[problem.severity]}.** ${why[language]}`,
    `\`\`\`yaml\n${example.trimEnd()}\n\`\`\``,
    [what, hint ?? ''].map((line) => `> ${line}`.trimEnd()).join('  \n'),
    ...(isFixable(problem) ? [say.fixable] : []),
  ].join('\n\n');
}

function table(language: Language): string {
  const say = texts[language];
  const rows = Object.entries(sampleFacts).map(([code, facts]) => {
    const sample = { code, facts } as Pick<Problem, 'code' | 'facts'>;
    const { what, hint = '' } = wordsOfProblem(sample, catalogues[language]);
    return `| \`${code}\` | ${cell(what)} | ${cell(hint)} |`;
  });
  return [`| Code | ${say.message} | ${say.hint} |`, '|---|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

function problemOf(example: LintExample): Problem {
  const [problem, ...others] = findIn(wholeText(example));
  if (!problem || others.length > 0 || problem.code !== example.code) {
    throw new Error(`The example of ${example.code} does not give exactly this finding.`);
  }
  return problem;
}

function reportOf(format: keyof typeof lintReports, code: string, words: Words): string {
  const example = lintExamples.find((one) => one.code === code);
  if (!example) throw new Error(`There is no example of ${code}.`);
  return lintReports[format].problems([problemOf(example)], words, []).trimEnd();
}

type Texts = {
  readonly before: (text: string, json: string, github: string) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly fixable: string;
  readonly readings: string;
  readonly message: string;
  readonly hint: string;
};

const made = (file: string) =>
  `<!-- Made by \`npm run lint-docs\` from ${file} and the words of the program: edit those. -->`;

const texts: Readonly<Record<Language, Texts>> = {
  de: {
    severity: { error: 'Fehler', warning: 'Warnung', note: 'Hinweis' },
    fixable: '`--fix` berichtigt das.',
    message: 'Meldung (Beispiel)',
    hint: 'Rat',
    before: (text, json, github) => `
${made('lint.examples.yaml')}

# Was \`hurdles lint\` findet

**Deutsch** · [English](lint.en.md)

\`hurdles lint\` prüft Fragebögen und Antworten. Es liest nicht nur, ob alles richtig geschrieben ist; es probiert einen
Fragebogen auch aus und sagt, was sich gut liest und trotzdem nicht so gemeint sein kann: eine Bedingung, die nie gilt, ein
Deckel, der nichts deckelt, ein Urteil, das nichts aufhebt.

\`\`\`sh
hurdles lint mein-fragebogen.yaml         # einen Fragebogen
hurdles lint antworten/*.yaml             # Antworten; welcher Fragebogen, steht in der Datei, sonst -q
hurdles lint neu.yaml --against alt.yaml  # auch, ob Fassung und Migrationen zu einer älteren passen
hurdles lint -                            # von der Standardeingabe
\`\`\`

Jede Meldung nennt Datei, Zeile und Spalte, sagt, was nicht stimmt, und gibt einen Rat. In eckigen Klammern steht der
Code, unter dem Sie unten mehr finden:

\`\`\`
${text}
\`\`\`

## Fehler, Warnungen und Hinweise

- Mit einem **Fehler** lässt sich die Datei nicht verwenden.
- Eine **Warnung** heißt: Das ist erlaubt, aber wohl nicht so gemeint.
- Ein **Hinweis** sagt, wie es ist. Er ist kein Vorwurf und ändert den Rückgabewert nicht.

| Rückgabewert | |
|---|---|
| 0 | kein Fehler; Warnungen kann es geben |
| 1 | mit \`--strict\`: Warnungen, aber kein Fehler |
| 2 | Fehler, oder eine Datei ließ sich nicht lesen |

Ein Fehler verdeckt die anderen nicht: Was sich trotz ihm ausprobieren lässt, wird ausprobiert. Was nur aus ihm folgen
könnte, wird nicht auch noch gemeldet. Was ein Fragebogen mit \`extends\` übernimmt, wird mitgeprüft; gemeldet wird es in
der Datei, in der es steht.

Dass nichts gemeldet wird, beweist nicht, dass alles stimmt. Ob die Regeln sagen, was sie sollen, prüfen Sie mit Fällen:
\`hurdles test\`.

## Berichtigen lassen: \`--fix\`

\`hurdles lint --fix mein-fragebogen.yaml\` berichtigt, worauf es nur eine richtige Antwort gibt: Anführungszeichen um ein
Wort, das andere Programme anders lesen (\`turned-word\`), oder um einen Text, den ein Komma zerschneidet (\`cut-text\`); ein
Punkt in einer Zahl mit Komma (\`decimal-comma\`); Klammern um eine Liste mit einem Eintrag (\`wrong-type\`); ein Gewicht, das
nicht zählt, fällt weg (\`idle-weight\`).
Alles andere in der Datei bleibt Zeichen für Zeichen, wie es ist. Geschrieben wird nur, wenn danach weniger und nichts
Neues zu melden ist, und nur in Dateien, die Sie nennen, nicht in solche, auf denen sie aufbauen.

## In der CI: \`-f github\`

Mit \`-f github\` stehen die Meldungen in einem Pull Request neben der Zeile, die sie meinen:

\`\`\`yaml
- run: hurdles lint -f github --strict fragebogen/*.yaml
\`\`\`

Ausgegeben wird je Meldung eine Zeile:

\`\`\`
${github}
\`\`\`

## Für andere Programme: \`-f json\`

\`\`\`json
${json}
\`\`\`

\`severity\` ist \`error\`, \`warning\` oder \`note\`. \`message\` und \`hint\` sind Sätze in der Sprache des Gesprächs (\`--lang\`);
\`code\` und \`facts\` bleiben in jeder Sprache gleich. \`fixable\` heißt: \`--fix\` versucht es.

## Was beim Ausprobieren auffällt

Jedes Beispiel ergänzt einen kleinen Fragebogen, [\`basis\`](lint.base.yaml). Als Datei begänne es so:

\`\`\`yaml
${head.trimEnd()}
\`\`\`

Die Zeile, um die es geht, ist mit \`# ←\` markiert; darunter steht, was das Programm dazu sagt.
`,
    readings: `
## Was beim Lesen auffällt

Das sind Fehler, mit denen sich eine Datei nicht verwenden lässt (bei einer älteren Fassung der Antworten und bei noch
fehlenden Angaben: Warnungen). Die Werte sind Beispiele; in der Meldung steht, was in Ihrer Datei steht.
`,
  },
  en: {
    severity: { error: 'Error', warning: 'Warning', note: 'Note' },
    fixable: '`--fix` mends it.',
    message: 'Message (example)',
    hint: 'Advice',
    before: (text, json, github) => `
${made('lint.examples.yaml')}

# What \`hurdles lint\` finds

[Deutsch](lint.md) · **English**

\`hurdles lint\` checks questionnaires and answers. It does not only read whether everything is written correctly; it also
tries a questionnaire out and tells what reads well and still cannot be meant: a condition that never holds, a gate that
limits nothing, a verdict that nothing lifts.

\`\`\`sh
hurdles lint my-questionnaire.yaml        # a questionnaire
hurdles lint answers/*.yaml               # answers; the file says to which questionnaire, else -q
hurdles lint new.yaml --against old.yaml  # also whether version and migrations fit an older one
hurdles lint -                            # from standard input
\`\`\`

Each message names the file, the line and the column, says what is wrong, and gives advice. In square brackets stands the
code under which you find more below:

\`\`\`
${text}
\`\`\`

## Errors, warnings and notes

- With an **error** the file cannot be used.
- A **warning** means: this is allowed, but hardly meant that way.
- A **note** says how things are. It is no reproach and does not change the exit code.

| Exit code | |
|---|---|
| 0 | no error; there may be warnings |
| 1 | with \`--strict\`: warnings, but no error |
| 2 | errors, or a file could not be read |

An error does not hide the others: what can be tried out in spite of it is tried out. What might only follow from it is
not told as well. What a questionnaire takes over by \`extends\` is checked, too; it is told in the file it stands in.

That nothing is told does not prove that everything is right. Whether the rules say what they should is checked by cases:
\`hurdles test\`.

## Having it mended: \`--fix\`

\`hurdles lint --fix my-questionnaire.yaml\` mends what has only one right answer: quotation marks around a word that other
programs read differently (\`turned-word\`) or around a text that a comma cuts (\`cut-text\`); a point in a number with a
comma (\`decimal-comma\`); brackets around a list of one entry (\`wrong-type\`); a weight that does not count is taken out
(\`idle-weight\`). Everything else in the file stays as it is, character by character. It is written only when there is less
to tell afterwards and nothing new, and only to files that you name, not to those they build on.

## In CI: \`-f github\`

With \`-f github\` the messages stand in a pull request beside the line they are about:

\`\`\`yaml
- run: hurdles lint -f github --strict questionnaires/*.yaml
\`\`\`

For each message one line is printed:

\`\`\`
${github}
\`\`\`

## For other programs: \`-f json\`

\`\`\`json
${json}
\`\`\`

\`severity\` is \`error\`, \`warning\` or \`note\`. \`message\` and \`hint\` are sentences in the language of the talk (\`--lang\`);
\`code\` and \`facts\` are the same in every language. \`fixable\` means: \`--fix\` tries to mend it.

## What trying it out finds

Each example adds to a small questionnaire, [\`basis\`](lint.base.yaml). As a file it would begin like this:

\`\`\`yaml
${head.trimEnd()}
\`\`\`

The line in question is marked with \`# ←\`; below it stands what the program says about it.
`,
    readings: `
## What reading it finds

These are errors with which a file cannot be used (for answers to an older version and for details still missing:
warnings). The values are examples; the message says what stands in your file.
`,
  },
};
