// Words by language, not by questionnaire: a goal may be written in another language than the questions.
const numberWords = new Set(
  `null kein keine keinen keiner keinerlei eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend halb halbe halben halber
  hälfte halbieren halbiert halbierung drittel viertel fünftel zehntel doppelt doppelte verdoppeln verdoppelt
  verdoppelung verdopplung verdreifachen verdreifacht dreifach dreifache niemand dutzend
  zero none no nobody one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand half halve halved halving third thirds quarter quarters fifth
  tenth double doubled doubling twice triple tripled dozen`.split(/\s+/),
);

/** Whether a sentence contains a number, in digits or as a German or English word (halbieren, ein Drittel, none). */
export function hasNumber(text: string): boolean {
  // Most goals have a digit, and that is found at once.
  if (digit.test(text)) return true;
  for (const word of text.normalize().toLowerCase().match(words) ?? []) {
    if (numberWords.has(word)) return true;
  }
  return false;
}

const digit = /\p{Nd}/u;
const words = /\p{L}+/gu;
