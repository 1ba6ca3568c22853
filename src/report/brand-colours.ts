import { contrast, mixed, readable } from './contrast.ts';
import type { BrandView } from './view-type.ts';

/** What reports are written on: as their style says, on light paper and on a dark screen. */
export const papers = { light: '#fdfcf9', dark: '#12191b' } as const;

/** How much a colour must stand out from the paper, by what it is used for. */
export const leastContrast = { main: 4.5, accent: 3 } as const;

// Light on dark tires sooner: text has the enhanced contrast there (WCAG 2.2, 1.4.6).
const comfortOnDark = 7;

/**
 * The colours of a brand for both grounds. On light paper they are taken as they are; on a dark screen they are
 * lightened until they stand out enough.
 */
export function brandColours(main: string, accent: string): NonNullable<BrandView['colours']> {
  const onDark = readable(main, papers.dark, comfortOnDark);
  return {
    light: {
      main: main.toLowerCase(),
      soft: softly(main, papers.light),
      accent: accent.toLowerCase(),
    },
    dark: {
      main: onDark,
      soft: softly(onDark, papers.dark),
      accent: readable(accent, papers.dark, leastContrast.accent),
    },
  };
}

// As much of the colour as leaves text of the same colour readable on it.
function softly(colour: string, paper: string): string {
  for (let share = mostTint; share > 0; share -= 1) {
    const ground = mixed(paper, colour, share / 100);
    if (contrast(colour, ground) >= leastContrast.main) return ground;
  }
  return paper;
}

const mostTint = 12;
