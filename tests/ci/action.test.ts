import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCheckout, aPullRequest, git } from '../support/checkouts.ts';
import { action, outputsIn, runAction, wasPwned } from '../support/composite-action.ts';
import { changed } from '../support/planted.ts';
import { aFolder, root } from '../support/run.ts';

const painter = readFileSync(join(root, 'examples/malerbetrieb.yaml'), 'utf8');
const shop = readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8');
const worse = changed(painter, [['goals.target: 2', 'goals.target: 0']]);

describe('what the action says of itself', () => {
  const { steps } = action.runs;
  const scripts = steps.flatMap(({ run }) => run ?? []);

  test('no input is part of a script: all come through the environment', () => {
    expect(action.runs.using).toBe('composite');
    expect(scripts.length).toBeGreaterThan(4);
    for (const script of scripts) expect(script).not.toMatch(/\$\{\{/);
  });

  test('other actions are named by the commit they are', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(2);
    for (const one of used) expect(one).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const text = readFileSync(join(root, 'action.yml'), 'utf8');
    for (const one of used)
      expect(text).toMatch(new RegExp(`uses: ${one} # v\\d+\\.\\d+\\.\\d+\\n`));
  });

  test('every input is read, every output is written, and each says what it is', () => {
    const text = JSON.stringify(action.runs);
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(text, name).toMatch(new RegExp(`inputs\\.${name}(?![\\w-])`));
      expect(description.length, name).toBeGreaterThan(15);
    }
    for (const { value, description } of Object.values(action.outputs)) {
      expect(value).toMatch(/^\$\{\{ steps\.(check|report)\.outputs\.\w+ \}\}$/);
      expect(description.length).toBeGreaterThan(10);
    }
  });

  test('it takes the Node.js that the program takes', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toBe('^20.19.0 || ^22.13.0 || >=24');
    expect(scripts[0]).toContain(
      'major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)',
    );
  });
});

describe('in a checkout of several companies', () => {
  const checkout = aCheckout({
    'betriebe/Müller & Söhne GmbH/antworten.yaml': painter,
    'betriebe/versand/antworten.yaml': shop,
  });
  const files = 'betriebe/M*/antworten.yaml\n\nbetriebe/versand/antworten.yaml\n';
  const ran = runAction({ files }, checkout);

  test('it fails where a verdict of kind "stop" stands, and says of which company', () => {
    expect(ran.exitCode).toBe(1);
    expect(ran.log).toMatch(/^::error file=betriebe\/versand\/antworten\.yaml,line=\d+/m);
    expect(ran.log).not.toMatch(/^::error file=betriebe\/Müller/m);
    expect(ran.outputs.passed).toBe('false');
  });

  test('it tells what stands where, for the steps behind it', () => {
    expect(ran.outputs.level).toBe('0');
    expect(ran.outputs.target).toBe('2');
    expect(ran.outputs.verdicts?.split('\n')).toContain('nothing-urgent');
    expect(ran.outputs.verdicts?.split('\n').length).toBeGreaterThan(1);
    expect(JSON.parse(ran.outputs.result ?? '')).toMatchObject([
      { file: 'betriebe/Müller & Söhne GmbH/antworten.yaml', outcome: 'met', level: 2 },
      { file: 'betriebe/versand/antworten.yaml', outcome: 'below', level: 0 },
    ]);
  });

  test('the reports lie as the answers do, and are handed to the artifact', () => {
    const folder = ran.outputs['report-folder'] ?? '';
    expect(readdirSync(folder).sort()).toEqual(['betriebe', 'check.json']);
    for (const company of ['Müller & Söhne GmbH', 'versand']) {
      expect(readdirSync(join(folder, 'betriebe', company)).sort()).toEqual([
        'antworten.html',
        'antworten.json',
        'antworten.svg',
      ]);
    }
    expect(ran.used).toEqual([
      {
        uses: expect.stringMatching(/^actions\/upload-artifact@/),
        with: { name: 'hurdles', path: folder, 'if-no-files-found': 'ignore' },
      },
    ]);
  });

  test('the summary begins with what was demanded, then tells every company', () => {
    expect(ran.summary).toMatch(/^## hurdles check\n\n {4}\S/);
    expect(ran.summary).toMatch(/^ {4}■ betriebe\/versand\/antworten\.yaml$/m);
    expect(ran.summary).toMatch(/^# Malerbetrieb Sommer/m);
    expect(ran.summary).toMatch(/^# Nordlicht Versand GmbH/m);
  });

  test('nothing is left in the checkout', () => {
    expect(readdirSync(checkout)).toEqual(['betriebe']);
  });
});

test('what is demanded can be all that the command can demand', () => {
  const checkout = aCheckout({ 'a.yaml': painter });
  const demands = {
    'at-target': 'true',
    strict: 'true',
    'fail-on': 'stop\nsimpler\nclarify-first\n',
    'min-level': '2',
    min: 'goals=2\r\ntesting=1\r\n',
    'min-coverage': '80%',
    lang: 'en',
    formats: '',
    artifact: '',
  };
  const ran = runAction({ files: 'a.yaml', ...demands }, checkout);
  expect(ran.log).toContain('Everything demanded is met.');
  expect(ran.exitCode).toBe(0);
  expect(ran.outputs.passed).toBe('true');
  expect(ran.used).toEqual([]);
  expect(readdirSync(ran.outputs['report-folder'] ?? '')).toEqual(['check.json']);
  expect(ran.summary).toContain('# Malerbetrieb Sommer');
  const old = runAction({ files: 'a.yaml', 'max-age': '1d' }, checkout);
  expect(old.exitCode).toBe(1);
  const low = runAction({ files: 'a.yaml', min: 'goals=2\ntesting=4' }, checkout);
  expect(low.exitCode).toBe(1);
  expect(low.outputs).toMatchObject({ passed: 'false', level: '2' });
});

test.each([
  { why: 'a truth that is none', given: { files: 'a.yaml', 'at-target': 'yes' } },
  { why: 'nothing to check', given: { files: ' \n\n' } },
  { why: 'a file that is not there', given: { files: 'b.yaml' } },
  { why: 'a verdict that does not exist', given: { files: 'a.yaml', 'fail-on': 'stopp' } },
  { why: 'a format that does not exist', given: { files: 'a.yaml', formats: 'word' } },
  { why: 'a folder that is not there', given: { files: 'a.yaml', 'working-directory': 'x' } },
  { why: 'an option instead of a commit', given: { files: 'a.yaml', 'baseline-ref': '--all' } },
])('$why fails the job and is said', ({ given }) => {
  const checkout = aCheckout({ 'a.yaml': painter });
  const ran = runAction(given as Record<string, string>, checkout);
  expect(ran.exitCode).toBeGreaterThan(0);
  expect(ran.log.trim()).not.toBe('');
});

test('a file with mistakes fails the job, and the others still get their reports', () => {
  const checkout = aCheckout({ 'a.yaml': painter, 'b.yaml': 'format: answers/1\nansers: {}\n' });
  const ran = runAction({ files: 'b.yaml\na.yaml' }, checkout);
  expect(ran.exitCode).toBe(2);
  expect(ran.outputs.passed).toBe('false');
  expect(ran.log).toMatch(/^::error file=b\.yaml,line=2,/m);
  expect(readdirSync(ran.outputs['report-folder'] ?? '')).toEqual([
    'a.html',
    'a.json',
    'a.svg',
    'check.json',
  ]);
});

test('notes name files as the checkout does, also from a folder in it', () => {
  const checkout = aCheckout({ 'Süd, Nord/a.yaml': shop });
  const ran = runAction({ files: 'a.yaml', 'working-directory': 'Süd, Nord' }, checkout);
  expect(ran.exitCode).toBe(1);
  expect(ran.log).toMatch(/^::error file=Süd%2C Nord\/a\.yaml,line=\d+/m);
});

const evil = '$(touch pwned)`touch pwned`"; touch pwned; \'; touch pwned #';

test.each(Object.keys(action.inputs))('an input %s that is a script stays text', (name) => {
  const checkout = aCheckout({ 'a.yaml': painter });
  const ran = runAction({ files: 'a.yaml', formats: '', summary: 'false', [name]: evil }, checkout);
  expect(wasPwned(checkout, root)).toBe(false);
  // What can be anything is taken as it is; everything else is refused.
  const isName = ['artifact', 'folder', 'summary'].includes(name);
  if (!isName) expect(ran.exitCode, ran.log).toBeGreaterThan(0);
});

test('neither a file that is called like a script or an option, nor what it says, is taken for one', () => {
  const said = JSON.stringify('\n::error::evil\n::set-output name=x::y\n$(touch pwned)');
  const answers = changed(painter, [['name: Malerbetrieb Sommer', `name: ${said}`]]);
  const names = ['$(touch pwned).yaml', '-o.yaml', "it's `x` a.yaml", '--help', '[a]*.yaml'];
  const checkout = aCheckout(Object.fromEntries(names.map((name) => [name, answers])));
  const ran = runAction({ files: names.join('\n'), lang: 'en' }, checkout);
  expect(ran.exitCode, ran.log).toBe(0);
  expect(wasPwned(checkout, root)).toBe(false);
  const outside = ran.log.replace(/^::stop-commands::(.*)\n[\s\S]*?^::\1::\n/gm, '');
  expect(outside).not.toMatch(/evil/);
  expect(ran.summary).not.toMatch(/^::error/m);
  const result = JSON.parse(ran.outputs.result ?? '') as { file: string }[];
  expect(result.map(({ file }) => file)).toEqual(names);
  expect(existsSync(join(ran.outputs['report-folder'] ?? '', '$(touch pwned).html'))).toBe(true);
});

test('an output cannot be ended by what stands in it', () => {
  const path = join(
    aCheckout({
      'check.json': JSON.stringify({
        files: [{ file: 'x\npassed=true\nhurdles-0\n', outcome: 'unusable' }],
      }),
    }),
    'check.json',
  );
  const script = join(root, 'scripts/action-outputs.js');
  const ran = spawnSync(process.execPath, [script, 'outputs', '2', path], { encoding: 'utf8' });
  const outputs = outputsIn(ran.stdout);
  expect(outputs).toMatchObject({ passed: 'false', level: '', verdicts: '' });
  expect(JSON.parse(outputs.result ?? '')).toMatchObject([{ file: 'x\npassed=true\nhurdles-0\n' }]);
});

test('a summary that GitHub would not take is cut between two reports, and says so', () => {
  // As long as a note may be, beside as many answers as there are.
  const note = 'ä '.repeat(9_500);
  const long = painter.replace(
    /^( {2}[a-z-]+\.[a-z.-]+): (\d)$/gm,
    `$1: { answer: $2, note: "${note}" }`,
  );
  const checkout = aCheckout({ 'a.yaml': long, 'b.yaml': long, 'c.yaml': long, 'd.yaml': long });
  const ran = runAction({ files: 'a.yaml\nb.yaml\nc.yaml\nd.yaml', formats: '' }, checkout);
  expect(ran.exitCode, ran.log).toBe(0);
  expect(Buffer.byteLength(ran.summary)).toBeLessThan(1_048_576);
  const told = ran.summary.match(/^# Malerbetrieb Sommer/gm)?.length ?? 0;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(4);
  expect(ran.summary.trimEnd().split('\n').at(-1)).toBe(
    `Berichte, die hier keinen Platz haben: ${4 - told}. Sie liegen im Artefakt.`,
  );
});

describe('in a pull request', () => {
  const before = { 'betriebe/süd/maler.yaml': painter, 'betriebe/shop.yaml': shop };
  const files = 'betriebe/süd/maler.yaml\nbetriebe/shop.yaml';

  test('it fails where an answer got worse, and says which and what would mend it', () => {
    const { path, base } = aPullRequest(before, { 'betriebe/süd/maler.yaml': worse });
    const ran = runAction({ files, 'at-target': 'true', 'baseline-ref': base }, path);
    expect(ran.exitCode, ran.log).toBe(1);
    const line = worse.split('\n').findIndex((one) => one.includes('goals.target: 0')) + 1;
    expect(ran.log).toMatch(
      new RegExp(
        `^::error file=betriebe/süd/maler\\.yaml,line=${line},.*goals\\.target.*Stufe 2 → Stufe 0`,
        'm',
      ),
    );
    expect(ran.log).toMatch(/^::error .*Schritt 1: Ein Ziel mit Zahl und Datum festlegen/m);
    expect(ran.log).not.toMatch(/^::error file=betriebe\/shop/m);
    expect(ran.summary).toContain('Stufe 2 → Stufe 0');
    // By the name it was given, not by where it was copied to.
    const told = (ran.log + ran.summary).replace(/\s+/g, ' ');
    expect(told).toContain(`Verglichen mit ${base}:betriebe/süd/maler.yaml vom`);
    expect(told).not.toContain('hurdles-baseline');
    expect(git(path, 'status', '--porcelain')).toBe('');
  });

  test('what was below before fails nothing, and a file that is new is held against everything', () => {
    const same = aPullRequest(before, {});
    const kept = runAction({ files, 'baseline-ref': same.base, formats: '' }, same.path);
    expect(kept.exitCode, kept.log).toBe(0);
    const fresh = aPullRequest(before, { 'betriebe/neu.yaml': shop });
    const demanded = { files: `${files}\nbetriebe/neu.yaml`, 'baseline-ref': fresh.base };
    const ran = runAction({ ...demanded, formats: '' }, fresh.path);
    expect(ran.exitCode, ran.log).toBe(1);
    expect(ran.log).toMatch(/^::error file=betriebe\/neu\.yaml/m);
    expect(ran.log).not.toMatch(/^::error file=betriebe\/shop\.yaml/m);
  });

  test('a file that had mistakes before can be mended: it is held against everything', () => {
    const broken = { ...before, 'betriebe/süd/maler.yaml': 'format: answers/1\nansers: {}\n' };
    const { path, base } = aPullRequest(broken, { 'betriebe/süd/maler.yaml': painter });
    const ran = runAction({ files, 'baseline-ref': base, formats: '' }, path);
    expect(ran.exitCode, ran.log).toBe(0);
    expect(ran.log.replace(/\s+/g, ' ')).toContain(`${base}:betriebe/süd/maler.yaml hat Fehler`);
  });

  test('a folder of the checkout finds the earlier state of its own files', () => {
    const { path, base } = aPullRequest(before, { 'betriebe/süd/maler.yaml': worse });
    const inFolder = { 'working-directory': 'betriebe', 'baseline-ref': base, formats: '' };
    const ran = runAction({ files: 'süd/maler.yaml\nshop.yaml', ...inFolder }, path);
    expect(ran.exitCode, ran.log).toBe(1);
    expect(ran.log).toMatch(/^::error file=betriebe\/süd\/maler\.yaml/m);
    expect(ran.log).not.toMatch(/^::error file=betriebe\/shop\.yaml/m);
  });

  test('the first commit of a branch has no earlier state', () => {
    const { path } = aPullRequest(before, {});
    const zeros = '0'.repeat(40);
    const ran = runAction({ files, 'baseline-ref': zeros, formats: '' }, path);
    expect(ran.exitCode, ran.log).toBe(1);
  });

  test('a commit that a shallow checkout does not have is fetched; one that nobody has is said', () => {
    const { path, base } = aPullRequest(before, { 'betriebe/süd/maler.yaml': worse });
    const shallow = join(aFolder().path, 'shallow');
    git(path, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    git(path, 'clone', '-q', '--depth=1', '--branch', 'change', `file://${path}`, shallow);
    const ran = runAction({ files, 'baseline-ref': base, formats: '' }, shallow);
    expect(ran.exitCode, ran.log).toBe(1);
    expect(ran.log).toMatch(/^::error file=betriebe\/süd\/maler\.yaml/m);
    const lost = runAction({ files, 'baseline-ref': 'f'.repeat(40), formats: '' }, shallow);
    expect(lost.exitCode).toBe(2);
    expect(lost.log).toContain('fetch-depth: 0');
  });
});
