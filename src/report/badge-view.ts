import { type ReportWords, type Say, sayIn } from './report-words.ts';
import { fitting, widthOf } from './text-width.ts';
import type { VerdictView, View } from './view-type.ts';

/** What a badge urges; its colour and its sign hang on it. */
export type BadgeTone = 'stop' | 'ask' | 'below' | 'reached' | 'none';

/** What a badge shows, in pixels: one line of two parts, what it is about and what is said of it. */
export type BadgeView = {
  readonly language: string;
  readonly tone: BadgeTone;
  readonly label: string;
  readonly message: string;
  /** Both, and of which day they are: for whoever hears it, and for whoever points at it. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly fontSize: number;
  readonly left: Part;
  readonly right: Part & { readonly sign: number };
};

/** One part: its ground, and where its text begins. */
type Part = {
  readonly ground: string;
  readonly x: number;
  readonly width: number;
  readonly text: number;
};

const height = 22;
const fontSize = 12;
const padding = 7;
const signSize = 12;
const widestLabel = 260;
// Widths are those of a bold face; the label is not bold.
const regular = fontSize * 0.92;

/** Grounds for white letters; nothing but what is told in words, too. */
export const badgeGrounds = {
  label: '#33424a',
  stop: '#8a3f06',
  ask: '#6b5200',
  below: '#46606f',
  reached: '#1b6b3f',
  none: '#5b656a',
} as const satisfies Record<BadgeTone | 'label', string>;

/**
 * Makes a badge of a report: the most urgent verdict before any level. It names the use, or the questionnaire where there is
 * no use, and never the company: a badge is often seen by everybody.
 *
 * @param words those of reports, in the view's language
 */
export function badgeView(view: View, words: ReportWords): BadgeView {
  const say = sayIn(words, view.language);
  const verdict = mostUrgent(view.verdicts);
  const tone = toneOf(view, verdict);
  const whole = oneLine(view.subject.use ?? view.questionnaire.title);
  const label = fitting(whole, regular, widestLabel);
  const message = [verdict && verdictIn(verdict, say), standingIn(view, tone, say)]
    .filter((part) => part !== null)
    .join(' · ');
  const day = view.date?.text ?? null;
  const left = { ground: badgeGrounds.label, x: 0, width: part(label, regular), text: padding };
  const hasSign = tone !== 'none' && tone !== 'below';
  const forSign = hasSign ? signSize + padding - 2 : 0;
  const right = {
    ground: badgeGrounds[tone],
    x: left.width,
    width: part(message, fontSize) + forSign,
    sign: left.width + padding,
    text: left.width + padding + forSign,
  };
  return {
    language: view.language,
    tone,
    label,
    message,
    title:
      day === null
        ? say('badge.undated', { label: whole, message })
        : say('badge.dated', { label: whole, message, day }),
    width: left.width + right.width,
    height,
    baseline: 15.5,
    fontSize,
    left,
    right,
  };
}

// A certain "not yet" goes before all; else what the report itself puts first. Good news is told by the level.
function mostUrgent(verdicts: readonly VerdictView[]): VerdictView | null {
  const urgent = verdicts.filter(({ kind }) => kind !== 'fine');
  return urgent.find(({ kind, certain }) => kind === 'stop' && certain) ?? urgent[0] ?? null;
}

function toneOf({ overall, partial }: View, verdict: VerdictView | null): BadgeTone {
  if (verdict) return verdict.kind === 'stop' ? 'stop' : 'ask';
  if (overall.level === null || partial) return 'none';
  return overall.atTarget ? 'reached' : 'below';
}

function verdictIn({ kind, certain }: VerdictView, say: Say): string {
  const text = say(`badge.verdict.${kind}`);
  return certain ? text : say('badge.provisional', { text });
}

function standingIn({ overall }: View, tone: BadgeTone, say: Say): string {
  const { level, levelHigh, plus, target, targetIsEnough, reason } = overall;
  if (level === null) return say(`badge.reason.${reason ?? 'not-due'}`);
  const high = levelHigh === null ? '' : `–${levelHigh.number}`;
  const here = { level: `${level.number}${plus ? '+' : ''}${high}` };
  if (tone === 'reached') return say('badge.reached', here);
  if (target === null) return say('badge.level', here);
  return say(targetIsEnough ? 'badge.enough' : 'badge.target', { ...here, target: target.number });
}

function part(text: string, size: number): number {
  return widthOf(text, size) + 2 * padding;
}

// Some signs that a text may hold no XML may (XML 1.0, 2.2).
function oneLine(text: string): string {
  return text
    .replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
}
