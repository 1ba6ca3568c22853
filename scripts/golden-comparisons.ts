import { output } from './golden-reports.ts';

// One pair, one trend, the uses of one company.
const comparisons = {
  versandhandel: ['examples/verlauf/versandhandel-mai.yaml', 'examples/versandhandel.yaml'],
  malerbetrieb: [
    'examples/verlauf/malerbetrieb-april.yaml',
    'examples/verlauf/malerbetrieb-juli.yaml',
    'examples/malerbetrieb.yaml',
  ],
  'versandhandel-vorhaben': [
    '--uses',
    'examples/versandhandel.yaml',
    'examples/vorhaben/versandhandel-produkttexte.yaml',
  ],
} as const;

/** Every comparison kept with the examples, by its path. */
export async function goldenComparisons(): Promise<Readonly<Record<string, string>>> {
  const told: Record<string, string> = {};
  for (const [stem, files] of Object.entries(comparisons)) {
    const path = `examples/comparisons/${stem}`;
    const compare = (...argv: string[]) => output('compare', ...files, ...argv);
    told[`${path}.html`] = await compare('-f', 'html');
    told[`${path}.md`] = await compare('-f', 'md');
    told[`${path}.en.md`] = await compare('-f', 'md', '--lang', 'en');
    told[`${path}.json`] = await compare('-f', 'json');
    told[`${path}.txt`] = await compare();
  }
  return told;
}
