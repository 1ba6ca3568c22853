import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPng } from '../support/pictures.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const answers = join(root, 'examples/versandhandel.yaml');
const brandText = `format: brand/1
name: "Leuchtturm & Söhne"
logo: { file: bilder/logo.png, alt: { de: "Ein Turm", en: "A tower" } }
colours:
  main: "#1B3A6B"
contact: "Anke Petersen"
footer: { de: "Bleibt bei Ihnen.", en: "Stays with you." }
`;

/** A folder with a brand, its logo below it, and other files. */
function aBrandFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = aFolder({ 'brand.yaml': brandText, ...files });
  mkdirSync(join(folder.path, 'bilder'));
  writeFileSync(join(folder.path, 'bilder/logo.png'), aPng);
  return folder;
}

test('a report bears name, logo, colours, contact and closing line, and loads nothing', async () => {
  const { path } = aBrandFolder();
  const argv = ['report', answers, '--brand', 'brand.yaml'];
  const { exitCode, stdout, stderr } = await hurdles(argv, { cwd: path });
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('<bdi>Leuchtturm &amp; Söhne</bdi>');
  const image = /<img src="data:image\/png;base64,([^"]+)" alt="Ein Turm" width="240" height="80">/;
  expect(Buffer.from(image.exec(stdout)?.[1]?.replaceAll('&#x3D;', '=') ?? '', 'base64')).toEqual(
    Buffer.from(aPng),
  );
  expect(stdout).toContain('--teal: #1b3a6b;');
  expect(stdout).toContain('Bleibt bei Ihnen.');
  expect(stdout.match(/\b(?:src|href)="(?!#|data:)[^"]*"/g) ?? []).toEqual([]);
  expect(stdout.length).toBeLessThan(300_000);
});

test('the colour of verdicts hangs on no brand', async () => {
  const { path } = aBrandFolder();
  const plain = (await hurdles(['report', answers])).stdout;
  const branded = (await hurdles(['report', answers, '--brand', 'brand.yaml'], { cwd: path }))
    .stdout;
  const stops = (html: string) => html.match(/--stop: #[0-9a-f]{6}/g);
  expect(stops(branded)).toHaveLength(2);
  expect(stops(branded)).toEqual(stops(plain));
});

test('in Markdown it stands at the end, in JSON nowhere', async () => {
  const { path } = aBrandFolder();
  const report = (...rest: string[]) =>
    hurdles(['report', answers, '--brand', 'brand.yaml', ...rest], { cwd: path });
  expect((await report('-f', 'md', '--lang', 'en')).stdout).toMatch(
    /\n\*\*Leuchtturm &amp; Söhne\*\* · Anke Petersen\n\nStays with you\.\n$/,
  );
  expect((await report('-f', 'json')).stdout).toBe(
    (await hurdles(['report', answers, '-f', 'json'])).stdout,
  );
});

test('a comparison bears it, too', async () => {
  const { path } = aBrandFolder();
  const before = join(root, 'examples/verlauf/versandhandel-mai.yaml');
  for (const [format, says] of [
    ['html', 'alt="Ein Turm"'],
    ['md', 'Anke Petersen'],
  ] as const) {
    const argv = ['compare', before, answers, '-f', format, '--brand', 'brand.yaml'];
    expect((await hurdles(argv, { cwd: path })).stdout).toContain(says);
  }
});

test('the config names it once for all, unless the config is not to be read', async () => {
  const { path } = aBrandFolder({ 'hurdles.config.yaml': 'format: config/1\nbrand: brand.yaml\n' });
  const argv = ['report', answers, '-f', 'md'];
  expect((await hurdles(argv, { cwd: path })).stdout).toContain('Anke Petersen');
  expect((await hurdles([...argv, '--no-config'], { cwd: path })).stdout).not.toContain(
    'Anke Petersen',
  );
  writeFileSync(join(path, 'hurdles.config.yaml'), 'format: config/1\nbrnad: brand.yaml\n');
  const { exitCode, stderr } = await hurdles(argv, { cwd: path });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Meinten Sie `brand`?');
});

test('every problem is told with its place, by lint and by the report', async () => {
  const { path } = aBrandFolder({
    'bad.yaml': brandText.replace('"#1B3A6B"', '"#8fbfa8"').replace('bilder/logo', 'bilder/lgoo'),
  });
  const told = [
    'bad.yaml:3:15  Neben dieser Datei gibt es kein `bilder/lgoo.png`.',
    '  Meinten Sie `bilder/logo.png`?',
    'bad.yaml:5:9  `#8fbfa8` hebt sich zu wenig vom Papier ab: Kontrast 2; für Text nötig ist 4,5.',
    '  Dunkel genug wäre: "#5c7a6c"',
    '',
  ].join('\n');
  const report = await hurdles(['report', answers, '--brand', 'bad.yaml'], { cwd: path });
  expect([report.exitCode, report.stdout, report.stderr]).toEqual([2, '', told]);
  const lint = await hurdles(['lint', 'bad.yaml', 'brand.yaml'], { cwd: path });
  expect(lint.exitCode).toBe(2);
  expect(lint.stdout.replace(/ {2}\[[a-z-]+\]$/gm, '')).toBe(told);
});

test('a logo lies beside the brand or below, and no link leads out', async () => {
  const { path } = aBrandFolder();
  mkdirSync(join(path, 'haus'));
  for (const file of ['../bilder/logo.png', join(path, 'bilder/logo.png'), 'link.png']) {
    const text = brandText.replace('bilder/logo.png', JSON.stringify(file));
    writeFileSync(join(path, 'haus/brand.yaml'), text);
    if (file === 'link.png')
      symlinkSync(join(path, 'bilder/logo.png'), join(path, 'haus/link.png'));
    const { exitCode, stdout } = await hurdles(['lint', 'haus/brand.yaml'], { cwd: path });
    expect(exitCode, file).toBe(2);
    expect(stdout, file).toContain('liegt nicht im Ordner dieser Datei');
  }
});

test('what lies elsewhere is not even told by its name', async () => {
  const { path } = aBrandFolder({ 'geheim.png': '' });
  mkdirSync(join(path, 'haus'));
  mkdirSync(join(path, 'hausakte'));
  writeFileSync(join(path, 'hausakte/geheim.png'), '');
  symlinkSync(join(path, 'hausakte'), join(path, 'haus/akte'));
  for (const file of ['../gehein.png', '../hausakte/gehein.png', 'akte/gehein.png']) {
    const text = brandText.replace('bilder/logo.png', JSON.stringify(file));
    writeFileSync(join(path, 'haus/brand.yaml'), text);
    const { exitCode, stdout } = await hurdles(['lint', 'haus/brand.yaml'], { cwd: path });
    expect(exitCode, file).toBe(2);
    expect(stdout, file).not.toContain('geheim');
  }
});

test('no report is written over its brand', async () => {
  const folder = aBrandFolder({ 'brand.md': brandText });
  const argv = ['report', answers, '--brand', 'brand.md', '-f', 'md', '-o', 'brand.md'];
  const { exitCode } = await hurdles(argv, { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(folder.read('brand.md')).toBe(brandText);
});

test('answers where a brand belongs, and a brand where answers belong, are told as what they are', async () => {
  const { path } = aBrandFolder();
  const asBrand = await hurdles(['report', answers, '--brand', answers], { cwd: path });
  expect(asBrand.stderr).toContain(
    'Das ist eine Datei mit Antworten; gebraucht wird ein Erscheinungsbild.',
  );
  const asAnswers = await hurdles(['report', 'brand.yaml'], { cwd: path });
  expect(asAnswers.stderr).toContain('Das ist ein Erscheinungsbild');
  expect(asAnswers.exitCode).toBe(2);
  const missing = await hurdles(['report', answers, '--brand', 'none.yaml'], { cwd: path });
  expect(missing.stderr).toBe('Die Datei none.yaml gibt es nicht.\n');
});

test('the example lints, and its report is kept', async () => {
  expect((await hurdles(['lint', 'examples/brand/brand.yaml'])).exitCode).toBe(0);
  const argv = ['report', 'examples/versandhandel.yaml', '--brand', 'examples/brand/brand.yaml'];
  const kept = readFileSync(join(root, 'examples/brand/bericht.html'), 'utf8');
  expect((await hurdles(argv)).stdout).toBe(kept);
});

test('an empty brand is told what it begins with, not to hold an interview', async () => {
  const { path } = aFolder({ 'brand.yaml': '' });
  const argv = ['report', answers, '--brand', 'brand.yaml'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: path });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('format: brand/1');
  expect(stderr).not.toContain('interview');
});

test('who names only the picture is shown the long form, with the name in it', async () => {
  const { path } = aFolder({ 'b.yaml': 'format: brand/1\nname: Turm\nlogo: bilder/turm 2.png\n' });
  const { exitCode, stdout } = await hurdles(['lint', 'b.yaml'], { cwd: path });
  expect(exitCode).toBe(2);
  expect(stdout).toContain('logo: { file: "bilder/turm 2.png", alt: "…" }');
});
