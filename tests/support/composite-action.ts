import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { aFolder, root } from './run.ts';

type Step = {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
};

export type Action = {
  readonly name: string;
  readonly inputs: Readonly<
    Record<
      string,
      { readonly description: string; readonly required?: boolean; readonly default?: string }
    >
  >;
  readonly outputs: Readonly<
    Record<string, { readonly description: string; readonly value: string }>
  >;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** What a run of the action leaves behind. */
export type ActionRun = {
  /** Of the step that failed; 0 where none did. */
  readonly exitCode: number;
  /** What the steps said, as the log of the job has it. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What was asked of other actions. */
  readonly used: readonly {
    readonly uses: string;
    readonly with: Readonly<Record<string, string>>;
  }[];
};

/**
 * Runs the action as a runner does: every step in bash with `-e -o pipefail`, with nothing in its environment but what the
 * step names and what every step has; expressions only where a runner has them.
 *
 * @param given     inputs, as a workflow gives them
 * @param workspace the checkout
 */
export function runAction(
  given: Readonly<Record<string, string>>,
  workspace: string,
  path = process.env.PATH ?? '',
): ActionRun {
  const machine = aFolder();
  const temp = join(machine.path, 'temp');
  mkdirSync(temp);
  const strangers = Object.keys(given).filter((name) => !(name in action.inputs));
  if (strangers.length > 0) throw new Error(`The action has no input ${strangers.join(', ')}.`);
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: otherwise = '' }]) => [
      name,
      given[name] ?? otherwise,
    ]),
  );
  const steps: Record<string, Readonly<Record<string, string>>> = {};
  const toldBy = (name: string): string => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(name) ?? [];
    const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(name) ?? [];
    if (input !== undefined && input in inputs) return inputs[input] ?? '';
    if (step !== undefined && step in steps) return steps[step]?.[output ?? ''] ?? '';
    throw new Error(`Nobody knows ${name} here.`);
  };
  const filled = (text: string) =>
    text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_whole, name: string) => toldBy(name));
  const holds = (condition: string) => {
    const [, name = '', value] = /^([\w.-]+) != '([^']*)'$/.exec(condition) ?? [];
    return toldBy(name) !== value;
  };

  let log = '';
  let summary = '';
  let exitCode = 0;
  const used: { uses: string; with: Record<string, string> }[] = [];
  for (const [index, step] of action.runs.steps.entries()) {
    if (step.if !== undefined && !holds(step.if)) continue;
    if (step.uses !== undefined) {
      const wanted = Object.entries(step.with ?? {});
      used.push({
        uses: step.uses,
        with: Object.fromEntries(wanted.map(([key, value]) => [key, filled(String(value))])),
      });
      continue;
    }
    if (step.shell !== 'bash' || step.run === undefined)
      throw new Error(`Step ${index} is no bash.`);
    const file = (name: string) => join(machine.path, `${index}.${name}`);
    for (const name of ['output', 'summary']) writeFileSync(file(name), '');
    writeFileSync(file('sh'), step.run);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file('sh')], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        PATH: path,
        HOME: machine.path,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        RUNNER_TEMP: temp,
        ...Object.fromEntries(
          Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]),
        ),
      },
    });
    log += `${ran.stdout}${ran.stderr}`;
    summary += readFileSync(file('summary'), 'utf8');
    if (step.id !== undefined) steps[step.id] = outputsIn(readFileSync(file('output'), 'utf8'));
    exitCode = ran.status ?? 255;
    if (exitCode !== 0) break;
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => {
      const reached = /steps\.([\w-]+)/.exec(value)?.[1] ?? '';
      return [name, reached in steps ? filled(value) : ''];
    }),
  );
  return { exitCode, log, summary, outputs, used };
}

/** Reads what a step wrote for others as the runner does: `name=value`, or lines up to a word that `name<<word` named. */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').slice(0, -1);
  const found: Record<string, string> = {};
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const [, name, end] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && end !== undefined) {
      const last = lines.indexOf(end);
      if (last === -1) throw new Error(`Nothing ends ${name}.`);
      found[name] = lines
        .splice(0, last + 1)
        .slice(0, -1)
        .join('\n');
      continue;
    }
    const [, plain, value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
    if (plain === undefined) throw new Error(`This is no output: ${line}`);
    found[plain] = value;
  }
  return found;
}

/** Whether something that should not have been run left its trace below a folder. */
export function wasPwned(...folders: readonly string[]): boolean {
  return folders.some((folder) => existsSync(join(folder, 'pwned')));
}
