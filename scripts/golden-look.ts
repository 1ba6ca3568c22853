import { output } from './golden-reports.ts';

/** What is kept with the examples of a look of one's own, by its path: a report with a brand, and one of each template. */
export async function goldenLook(): Promise<Readonly<Record<string, string>>> {
  const branded = ['examples/versandhandel.yaml', '--brand', 'examples/brand/brand.yaml'];
  const laidOut = (name: string) =>
    output('report', ...branded, '--template', `examples/templates/${name}`);
  return {
    'examples/brand/bericht.html': await output('report', ...branded),
    'examples/templates/versandhandel.e-mail.txt': await laidOut('e-mail.txt.hbs'),
    'examples/templates/versandhandel.ticket.md': await laidOut('ticket.md.hbs'),
  };
}
