import type { Brand } from '../report/parse-brand.ts';
import type { BrandOptions } from './brand-file.ts';
import { hasConfig } from './config-name.ts';
import type { Io } from './io.ts';

/** The look that something is to have, and the file it was read from; null for ours, which nothing needs to be loaded for. */
export async function brandFor(
  options: BrandOptions,
  io: Io,
): Promise<{ readonly brand: Brand; readonly file: string } | null> {
  if (options.brand === undefined && !(options.config && hasConfig(io.cwd))) return null;
  const { brandNamed, readBrand } = await import('./brand-file.ts');
  const file = brandNamed(options, io);
  const brand = readBrand(options, io);
  return file === null || brand === null ? null : { brand, file };
}
