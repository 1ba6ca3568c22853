import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { blocksOf } from '../../src/cli/stream/blocks.ts';
import { buffersFor } from '../../src/cli/stream/buffers.ts';
import type { Work } from '../../src/cli/stream/judge-block.ts';
import { runStream } from '../../src/cli/stream/run-stream.ts';
import type { Settings } from '../../src/cli/stream/settings.ts';
import { wordsIn } from '../../src/cli/words/words.ts';
import { collecting, root } from './run.ts';

const settings: Settings = {
  options: { config: false },
  cwd: root,
  language: 'de',
  questionnaire: null,
  date: null,
  full: false,
  recommendations: true,
  fields: null,
  strict: false,
  longest: 1 << 20,
};

/**
 * What comes of a stream that is cut into blocks of a size, which real ones are far larger than. More than one thread
 * are the ones of the built program.
 */
export async function streamed(
  text: string,
  { threads, block, firstLine = 1 }: { threads: number; block: number; firstLine?: number },
): Promise<string> {
  const stdout = collecting([]);
  const buffers = buffersFor(8);
  async function* work(): AsyncGenerator<Work> {
    // Chunks of no particular size, too.
    const chunks = Readable.from(
      Buffer.from(text)
        .toString('latin1')
        .match(/[\s\S]{1,777}/g) ?? [],
    );
    const bytes = chunks.map((chunk: string) => Buffer.from(chunk, 'latin1'));
    const sizes = { block, line: settings.longest };
    for await (const one of blocksOf(bytes, sizes, firstLine, buffers.take)) {
      yield { ...one, name: '<stdin>', file: null };
    }
  }
  await runStream(
    work(),
    settings,
    { threads, small: 0, buffers },
    { io: { stdout: stdout.stream } as unknown as Io, words: await wordsIn('de') },
  );
  return stdout.text();
}
