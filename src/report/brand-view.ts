import type { Brand } from './parse-brand.ts';
import { tamed } from './tamed.ts';
import type { BrandView } from './view-type.ts';

/** A brand for a reader of one language; a text that lacks it is told in its first. */
export function brandView(
  { name, logo, colours, footer, contact }: Brand,
  language: string,
): BrandView {
  const told = (text: Brand['footer']): string | null => {
    if (text === undefined || typeof text === 'string') return text ?? null;
    return text[language] ?? Object.values(text)[0] ?? null;
  };
  return tamed({
    name,
    logo: logo && {
      data: logo.data,
      alt: told(logo.alt) ?? '',
      width: logo.width,
      height: logo.height,
    },
    colours,
    footer: told(footer),
    contact: told(contact),
  });
}
