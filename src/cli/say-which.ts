import type { Call } from './call.ts';
import { configName } from './config-name.ts';
import { write } from './io.ts';
import { type CommonOptions, configured, usualQuestionnaire } from './load.ts';

/** Says which questionnaire was taken where nobody named one and the config would have others, or decided it. */
export async function sayWhich(options: CommonOptions, { io, words }: Call): Promise<void> {
  if (options.questionnaire !== undefined) return;
  const own = Object.keys(configured(options, io));
  if (own.length === 0) return;
  const taken = usualQuestionnaire(options, io);
  const others = own.filter((id) => id !== taken);
  await write(io.stderr, `${words.whichQuestionnaire(taken, others, configName)}\n`);
}
