import { readdirSync } from 'node:fs';
import { output } from './golden-reports.ts';

/** A page somebody will open in a browser or print. */
export type HtmlPage = {
  /** What it is called in tests and as a picture: `report-versandhandel.de`. */
  readonly name: string;
  readonly kind: Kind;
  /** Makes it, the first time it is wanted. */
  readonly html: () => Promise<string>;
};

type Kind = 'report' | 'comparison' | 'questionnaire' | 'form';

type Sheet = { readonly of: string; readonly argv: readonly string[]; readonly only?: 'en' };

const examples = readdirSync(new URL('../examples/', import.meta.url)).filter((name) =>
  name.endsWith('.yaml'),
);

// Of everything the program makes as HTML: the examples, words no line has room for, and questionnaires unlike ours.
const sheets: Readonly<Record<Kind, readonly Sheet[]>> = {
  report: [
    ...examples.map((file) => ({
      of: file.replace(/\.yaml$/, ''),
      argv: ['report', `examples/${file}`],
    })),
    { of: 'long-words', argv: ['report', 'tests/browser/long-words.yaml'] },
  ],
  comparison: [
    {
      of: 'versandhandel',
      argv: ['compare', 'examples/verlauf/versandhandel-mai.yaml', 'examples/versandhandel.yaml'],
    },
    {
      of: 'malerbetrieb',
      argv: [
        'compare',
        'examples/verlauf/malerbetrieb-april.yaml',
        'examples/verlauf/malerbetrieb-juli.yaml',
        'examples/malerbetrieb.yaml',
      ],
    },
    {
      of: 'vorhaben',
      argv: [
        'compare',
        '--uses',
        'examples/versandhandel.yaml',
        'examples/vorhaben/versandhandel-produkttexte.yaml',
      ],
    },
    {
      of: 'long-words',
      argv: ['compare', 'tests/browser/long-words-before.yaml', 'tests/browser/long-words.yaml'],
    },
  ],
  questionnaire: [
    { of: 'five-hurdles', argv: ['show', 'five-hurdles'] },
    ...foreign('level-by-level', 'scorecard-with-debits', 'numbers-in-bands'),
  ],
  form: [
    { of: 'five-hurdles', argv: ['show', 'five-hurdles', '--blank'] },
    ...foreign('lists-and-displayed-values', 'numbers-in-bands').map((sheet) => ({
      ...sheet,
      argv: [...sheet.argv, '--blank'],
    })),
  ],
};

/** Every kind of page there is, in every language it has. */
export function htmlPages(): readonly HtmlPage[] {
  return (Object.keys(sheets) as readonly Kind[]).flatMap((kind) =>
    sheets[kind].flatMap(({ of, argv, only }) =>
      (only === undefined ? ['de', 'en'] : [only]).map((language) => {
        let made: Promise<string> | undefined;
        const make = () => output(...argv, '-f', 'html', '--lang', language);
        return {
          name: `${kind}-${of}.${language}`,
          kind,
          html: () => {
            made ??= make();
            return made;
          },
        };
      }),
    ),
  );
}

function foreign(...names: readonly string[]): readonly Sheet[] {
  return names.map((of) => ({ of, argv: ['show', `tests/foreign/${of}.yaml`], only: 'en' }));
}
