import type { Wording } from '../questionnaire/wording.ts';
import type { OtherWords } from './questionnaire-view-type.ts';
import type { Reading } from './reading.ts';

/** What is worded otherwise for some profiles, anywhere within a part of a questionnaire. */
export function otherWords(part: unknown, reading: Reading): readonly OtherWords[] {
  if (part === null || typeof part !== 'object') return [];
  if ('variants' in part && isVariants(part.variants)) return variantsOf(part as Wording, reading);
  return Object.values(part).flatMap((inner) => otherWords(inner, reading));
}

// A scale or an option may be called `variants`, too.
function isVariants(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => 'when' in one && 'text' in one);
}

function variantsOf(wording: Wording, { tell, condition }: Reading): readonly OtherWords[] {
  const { variants = [], ...usual } = wording;
  return variants.map(({ when, text }) => ({
    when: condition(when),
    usually: tell(usual as Wording),
    text: tell(text),
  }));
}
