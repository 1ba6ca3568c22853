import type { Progress } from '../../interview/card.ts';
import type { NumberRange } from '../../questionnaire/number-range.ts';
import type { DifferencesView } from '../../report/differences-view-type.ts';
import type { ChangeOfIds, ProblemCode, ProblemFacts } from '../../shared/problem.ts';
import { unbroken } from '../../shared/unbroken.ts';
import type { FailureFacts } from '../failure.ts';

type BlindSpot = NonNullable<DifferencesView['blindSpot']>;

/** What is wrong and what to do about it. */
export type ProblemWords = { readonly what: string; readonly hint?: string };

const rangeWords = ({ min, max }: NumberRange, told: (value: number) => string) => {
  if (min === undefined) return max === undefined ? null : `höchstens ${told(max)}`;
  return max === undefined ? `mindestens ${told(min)}` : `${told(min)} bis ${told(max)}`;
};

// As one types it: no sign between thousands.
const typedNumber = (value: number) =>
  new Intl.NumberFormat('de', { useGrouping: false, maximumFractionDigits: 12 }).format(value);

// "4,5".
const decimal = (value: number) => new Intl.NumberFormat('de').format(value);

const meant = (nearest: string | null) =>
  nearest === null ? {} : { hint: `Meinten Sie \`${nearest}\`?` };
const choices = (allowed: readonly string[]) =>
  allowed.length === 0
    ? 'Hier gibt es nichts zur Auswahl.'
    : `Möglich sind: ${allowed.join(', ')}.`;
const meantOr = (nearest: string | null, allowed: readonly string[]) => ({
  hint: nearest === null ? choices(allowed) : `Meinten Sie \`${nearest}\`? ${choices(allowed)}`,
});

const shortened = (text: string) =>
  text.length > 40 ? `${text.slice(0, 38)}…${text.at(-1)}` : text;

const bounds = (lowest: number | null, highest: number | null) =>
  [
    ...(lowest === null ? [] : [`\`min\` ist ${lowest}`]),
    ...(highest === null ? [] : [`\`max\` ist ${highest}`]),
  ].join(', ');

const types: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: '`true` oder `false`',
  array: 'eine Liste',
  choice: 'eine Frage der Art `choice`',
  object: 'eine Zuordnung (Schlüssel: Wert)',
  record: 'eine Zuordnung (Schlüssel: Wert)',
};
const typeWords = (expected: string) =>
  expected
    .split(' / ')
    .map((type) => types[type] ?? type)
    .join(' oder ');

const forms: Readonly<Record<string, string>> = {
  id: 'Kleinbuchstaben (a–z), Ziffern und Bindestriche, z. B. `fachbereich-2`',
  'question-id':
    'zwei oder mehr Namen mit Punkt dazwischen, jeder aus Kleinbuchstaben (a–z), Ziffern und Bindestrichen, z. B. `goals.target`',
  version: 'drei Zahlen mit Punkten, z. B. `1.0.0`',
  duration: 'eine Zahl mit d (Tage) oder w (Wochen), z. B. `26w`',
  date: 'ein Datum, z. B. `2026-11-20`',
  timestamp: 'ein Zeitpunkt, z. B. `2026-11-20T09:14:00Z`',
  moment: 'ein Tag oder ein Zeitpunkt mit Zeitzone, z. B. `2026-11-20` oder `2026-11-20T09:14:00Z`',
  language: 'ein Sprachkürzel, z. B. `de`',
  effort: '`min` höchstens so groß wie `max`',
  colour:
    'eine Farbe aus # und sechs Ziffern in Anführungszeichen, z. B. "#1b3a6b"; ohne sie beginnt mit # ein Kommentar',
  base: 'die Kennung eines Fragebogens oder eine Datei im selben Ordner, z. B. `basis.yaml`',
  condition: 'wenigstens eine Bedingung; ohne sie gälte sie immer',
};

const kinds: Readonly<Record<string, { readonly name: string; readonly hint: string }>> = {
  questionnaire: {
    name: 'ein Fragebogen',
    hint: 'Einen Fragebogen nennen Sie mit -q: hurdles report ANTWORTEN.yaml -q FRAGEBOGEN.yaml',
  },
  answers: {
    name: 'eine Datei mit Antworten',
    hint: 'Antworten stehen hinter dem Befehl: hurdles report ANTWORTEN.yaml',
  },
  assessment: {
    name: 'eine gespeicherte Bewertung',
    hint: 'Bewertungen lesen: hurdles report, score, explain, plan und compare.',
  },
  comparison: {
    name: 'ein Vergleich',
    hint: 'Vergleiche schreibt hurdles compare; gelesen werden sie von anderen Programmen.',
  },
  plan: {
    name: 'ein Plan',
    hint: 'Einen Plan schreibt hurdles plan --json; gelesen wird er von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  explanation: {
    name: 'eine Erklärung',
    hint: 'Erklärungen schreibt hurdles explain --json; gelesen werden sie von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  'assessment-line': {
    name: 'eine Zeile mit einem Ergebnis',
    hint: 'Solche Zeilen schreibt hurdles score --ndjson; gelesen werden sie von anderen Programmen. Mit --full sind es ganze Bewertungen, die sich wieder lesen lassen.',
  },
  check: {
    name: 'das Ergebnis einer Prüfung',
    hint: 'Das schreibt hurdles check; gelesen wird es von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  lint: {
    name: 'ein Prüfbericht über Dateien',
    hint: 'Den schreibt hurdles lint; gelesen wird er von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  list: {
    name: 'eine Liste der Fragebögen',
    hint: 'Die schreibt hurdles list --json; gelesen wird sie von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  test: {
    name: 'das Ergebnis von Fällen',
    hint: 'Das schreibt hurdles test --json; gelesen wird es von anderen Programmen. Antworten: hurdles report ANTWORTEN.yaml',
  },
  cases: {
    name: 'eine Datei mit Fällen',
    hint: 'Fälle gehören neben ihren Fragebogen und laufen mit: hurdles test FRAGEBOGEN.yaml',
  },
  config: {
    name: 'eine Konfiguration',
    hint: 'Sie wird von selbst gelesen, wenn sie im Ordner liegt.',
  },
  brand: {
    name: 'ein Erscheinungsbild',
    hint: 'Ein Erscheinungsbild nennen Sie mit --brand: hurdles report ANTWORTEN.yaml --brand brand.yaml',
  },
};

const kindOf = (format: string) => {
  const name = format.split('/')[0] ?? '';
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
};

const things: Readonly<Record<ProblemFacts['unknown-id']['what'], string>> = {
  hurdle: 'keine Hürde',
  question: 'keine Frage',
  profile: 'keine Profilfrage',
  scale: 'keine Skala',
  role: 'keine Rolle',
  worksheet: 'kein Arbeitsblatt',
  gate: 'keinen Deckel',
  verdict: 'kein Urteil',
  contradiction: 'keinen Widerspruch',
  entry: 'im Fragebogen darunter keinen Eintrag',
  options: 'unter `optionScales` keine Antworten mit dem Namen',
};

const places: Readonly<Record<ProblemFacts['address-not-allowed']['where'], string>> = {
  wording: 'Eine Textvariante darf nur nach dem Profil fragen.',
  when: 'Hier darf nur nach dem Profil und nach früheren Fragen gefragt werden.',
  modifier: 'Hier darf nur nach dem Profil und nach früheren Fragen gefragt werden.',
  gate: 'Ein Deckel darf nur nach Profil und Antworten fragen, nicht nach Ergebnissen.',
  verdict: 'Ein Urteil darf danach nicht fragen.',
  contradiction: 'Ein Widerspruch darf danach nicht fragen.',
  check: 'Eine Prüfung darf danach nicht fragen.',
};

const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ');

const changeWords = ({ change, of, from, to, left }: ChangeOfIds): string => {
  const what = {
    rename: `${named(from)} heißt jetzt ${named(to)}`,
    remove: `${named(from)} ${of === null ? 'wird nicht mehr gefragt' : 'gibt es nicht mehr'}`,
    split: `${named(from)} ist jetzt aufgeteilt in ${named(to)}`,
    merge: `${named(from)} sind jetzt zusammengefasst zu ${named(to)}`,
  }[change];
  const then = {
    open: ' (bitte neu beantworten)',
    aside: ' (dort stand schon eine Antwort; sie bleibt)',
  };
  return `${of === null ? '' : `Bei \`${of}\`: `}${what}${left === undefined ? '' : then[left]}`;
};

const changesWords = (changes: readonly ChangeOfIds[]) => {
  const told = changes.slice(0, 3).map(changeWords);
  const more = changes.length - told.length;
  return [...told, ...(more > 0 ? [`${more} weitere`] : [])].join('; ');
};

const yamlReasons: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Hier steht ein Tabulator als Einrückung; YAML verlangt Leerzeichen.',
  BAD_INDENT: 'Die Einrückung passt nicht zu den Zeilen davor.',
  MISSING_CHAR:
    'Hier fehlt ein Zeichen, etwa ein schließendes Anführungszeichen oder eine Klammer, oder die Einrückung passt nicht.',
  BLOCK_AS_IMPLICIT_KEY:
    'Hier steht ein zweiter Doppelpunkt in einer Zeile (ein Text braucht Anführungszeichen, eine Bedingung `{ }`), oder die nächste Zeile ist zu weit eingerückt.',
  MISSING_SPACE: 'Hier fehlt ein Leerzeichen, hinter dem Doppelpunkt oder dem Strich davor.',
  HARD_SPACE:
    'Hier steht ein geschütztes Leerzeichen, wie es beim Kopieren aus anderen Programmen entsteht; YAML verlangt gewöhnliche.',
  COLON_IN_TEXT: 'Hier steht ein Doppelpunkt in einem Text; der Text braucht Anführungszeichen.',
  WRONG_DASH:
    'Ein Eintrag einer Liste beginnt mit dem kurzen Bindestrich „-“, nicht mit dem langen.',
  QUOTE_IN_QUOTES:
    'In einem Text in Anführungszeichen dürfen keine geraden stehen; nehmen Sie dort „ und “.',
  IMPOSSIBLE: 'Das lässt sich nicht als YAML lesen.',
  MULTIPLE_DOCS: 'Die Datei enthält mehrere Dokumente (`---`); erlaubt ist eines.',
  MANY_OBJECTS: 'Hier beginnt ein zweites JSON-Objekt; eine Datei enthält eines.',
  UNEXPECTED_TOKEN: 'Dieses Zeichen steht hier an einer unerwarteten Stelle.',
};

export const problems = {
  'too-large': ({ characters, limit }) => ({
    what: `Die Datei ist mit ${characters} Zeichen zu groß.`,
    hint: `Erlaubt sind ${limit}.`,
  }),
  'too-deep': ({ limit }) => ({
    what: 'Die Datei ist zu tief verschachtelt.',
    hint: `Erlaubt sind ${limit} Ebenen.`,
  }),
  'too-many-bytes': ({ limit }) => ({
    what: 'Die Datei ist zu groß.',
    hint: `Gelesen werden höchstens ${limit} Bytes.`,
  }),
  'too-many-lines': ({ lines, limit }) => ({
    what: `Die Datei ist mit ${lines} Zeilen zu lang.`,
    hint: `Erlaubt sind ${limit}.`,
  }),
  'too-many-parts': ({ limit }) => ({
    what: 'Die Datei hat zu viele Schlüssel und Werte.',
    hint: `Erlaubt sind, mit den Zeichen dazwischen, ${limit}.`,
  }),
  'too-long-text': ({ characters, limit }) => ({
    what: `Der Text ist mit ${characters} Zeichen zu lang.`,
    hint: `Erlaubt sind ${limit}.`,
  }),
  'too-many': ({ what, count, limit }) => ({
    what: {
      question: `Der Fragebogen hat ${count} Fragen.`,
      option: `Hier stehen ${count} Antworten zur Wahl.`,
      entry: `Die Liste hat ${count} Einträge.`,
    }[what],
    hint: `Erlaubt sind ${limit}.`,
  }),
  'empty-file': () => ({
    what: 'Die Datei ist leer.',
    hint: 'Ein neues Interview legt sie an: hurdles interview DATEI',
  }),
  'yaml-syntax': ({ reason, message }) => ({
    what: yamlReasons[reason] ?? 'Das ist kein gültiges YAML.',
    hint:
      reason === 'MANY_OBJECTS'
        ? 'Viele Antwortbögen, einer je Zeile, beurteilt: hurdles score --ndjson'
        : `Genauer, auf Englisch: ${message}`,
  }),
  'more-syntax': ({ count }) => ({
    what: `Ab hier ${count === 1 ? 'folgt 1 weitere Stelle, die' : `folgen ${count} weitere Stellen, die`} sich nicht lesen ${count === 1 ? 'lässt' : 'lassen'}.`,
    hint: 'Wahrscheinlich kommen sie von den ersten; berichtigen Sie die zuerst.',
  }),
  'more-problems': ({ errors, warnings, notes, limit }) => ({
    what: `Hier und anderswo in der Datei gibt es noch ${[
      ...(errors > 0 ? [`${errors} Fehler`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 Warnung' : `${warnings} Warnungen`] : []),
      ...(notes > 0 ? [notes === 1 ? '1 Hinweis' : `${notes} Hinweise`] : []),
    ].join(', ')}.`,
    hint: `Einzeln genannt werden höchstens ${limit} je Datei, die schwersten zuerst; berichtigen Sie die.`,
  }),
  'duplicate-key': ({ more }) =>
    more === undefined
      ? {
          what: 'Dieser Schlüssel steht schon weiter oben.',
          hint: 'Behalten Sie einen von beiden.',
        }
      : {
          what: `Dieser Schlüssel und ${more === 1 ? 'ein weiterer' : `${more} weitere`} danach stehen im selben Eintrag schon weiter oben.`,
          hint: 'Beginnt hier ein neuer Eintrag, fehlt davor der Strich `- `. Sonst behalten Sie einen von beiden.',
        },
  'alias-refused': () => ({
    what: 'Anker und Verweise (`&`, `*`) werden nicht gelesen.',
    hint: 'Schreiben Sie den Wert an jeder Stelle aus.',
  }),
  'unknown-tag': ({ tag }) => ({
    what: `Das YAML-Kennzeichen \`${tag}\` wird nicht gelesen.`,
    hint: 'Lassen Sie es weg; für Text genügen Anführungszeichen.',
  }),
  'wrong-format': ({ found, expected }) => {
    const [is, needed] = [found, expected].map(kindOf);
    if (is !== undefined && needed !== undefined && is !== needed) {
      return { what: `Das ist ${is.name}; gebraucht wird ${needed.name}.`, hint: is.hint };
    }
    return {
      what:
        found === ''
          ? 'Die Zeile `format:` fehlt.'
          : `Die Datei hat das Format \`${found}\`, gebraucht wird \`${expected}\`.`,
      hint: `Schreiben Sie an den Anfang: format: ${expected}`,
    };
  },
  'missing-key': ({ key, allowed = [] }) => ({
    what: `Hier fehlt \`${key}\`.`,
    hint:
      allowed.length === 1
        ? `Ergänzen Sie \`${key}: ${allowed[0]}\`.`
        : `Ergänzen Sie \`${key}:\`.${allowed.length === 0 ? '' : ` Möglich sind: ${allowed.map((one) => `\`${one}\``).join(', ')}.`}`,
  }),
  'unknown-key': ({ key, nearest, allowed = [] }) => ({
    what: `Den Schlüssel \`${key}\` gibt es hier nicht.`,
    ...(nearest === null
      ? {
          hint: `${allowed.length === 0 ? '' : `${choices(allowed)} `}Eigene Schlüssel beginnen mit \`x-\`.`,
        }
      : { hint: `Meinten Sie \`${nearest}\`? Eigene Schlüssel beginnen mit \`x-\`.` }),
  }),
  'cut-text': ({ key }) => ({
    what: `Ein Komma hat den Text vor \`${key}\` abgeschnitten.`,
    hint: 'Setzen Sie den ganzen Text in Anführungszeichen.',
  }),
  'decimal-comma': ({ found, meant }) => ({
    what: `\`${found}\` hat ein Komma; Dezimalstellen stehen hinter einem Punkt.`,
    hint: `Schreiben Sie ${meant}. \`--fix\` berichtigt es.`,
  }),
  'wrong-type': ({ expected, found, write }) => ({
    what: `Hier gehört ${typeWords(expected)} hin, gefunden: \`${found}\`.`,
    ...(expected === 'array' && found !== 'null'
      ? { hint: `Schreiben Sie eine Liste: [${found}]` }
      : {}),
    ...(found === 'null'
      ? {
          hint: 'Hinter dem Doppelpunkt steht nichts: Ergänzen Sie es, oder löschen Sie den Schlüssel.',
        }
      : {}),
    ...(expected === 'string' && /^[\w.-]+$/.test(found) && found !== 'null'
      ? { hint: 'Setzen Sie den Text in Anführungszeichen.' }
      : {}),
    ...(write === undefined ? {} : { hint: `Schreiben Sie: ${write}` }),
  }),
  'not-one-of': ({ value, allowed, nearest }) => ({
    what: `\`${value}\` geht hier nicht.`,
    ...meantOr(nearest, allowed),
  }),
  'out-of-range': ({ found, bound, of }) => ({
    what: `${of === 'target' ? 'Das Soll' : 'Der Wert'} ist ${found}; möglich ist ${bound}.`,
    ...(of === 'version'
      ? {
          hint: `Eine Migration führt höchstens zur Fassung der Datei: Heben Sie \`version\` an auf ${found}.`,
        }
      : {}),
  }),
  malformed: ({ found, form }) => ({
    what: `\`${found}\` hat nicht die richtige Form.`,
    hint: `Nötig: ${forms[form] ?? form}.`,
  }),
  'number-as-text': ({ found, meant }) => ({
    what: `\`${found}\` ist ein Text; nötig ist eine Zahl.`,
    hint: `Schreiben Sie ${meant.join(' oder ')}, ohne Anführungszeichen und ohne Zeichen zwischen den Tausendern.`,
  }),
  'duplicate-id': ({ id, first }) => ({
    what: `\`${id}\` kommt schon vor${first === undefined ? '' : `, in Zeile ${first.line}${first.file === undefined ? '' : ` von ${first.file}`}`}.`,
    hint: 'Jede Kennung darf nur einmal stehen.',
  }),
  'reserved-id': ({ id }) => ({
    what: `\`${id}\` ist als Kennung einer Antwort nicht erlaubt.`,
    hint: 'Andere Programme lesen dieses Wort anders; wählen Sie ein sprechendes, z. B. `not-yet`.',
  }),
  'device-name': ({ name }) => ({
    what: `\`${name}\` geht hier nicht als Kennung: Danach werden Dateien benannt, und für Windows ist das ein Gerät.`,
    hint: `Wählen Sie eine andere, z. B. \`${name}-1\`.`,
  }),
  'unknown-id': ({ what, id, nearest }) => ({
    what: `Es gibt ${things[what]} \`${id}\`.`,
    ...meant(nearest),
  }),
  'unknown-option': ({ of, option, allowed, nearest }) => ({
    what: `Bei \`${of}\` gibt es die Antwort \`${option}\` nicht.`,
    ...meantOr(nearest, allowed),
  }),
  'missing-language': ({ language }) => ({
    what: `Der Text fehlt auf \`${language}\`.`,
    hint: `Ergänzen Sie \`${language}:\`, oder nehmen Sie die Sprache aus \`languages\`.`,
  }),
  'unknown-language': ({ language, languages }) => ({
    what: `\`${language}\` ist keine Sprache dieses Fragebogens.`,
    hint: `Vorhanden sind: ${languages.join(', ')}. Eine weitere gehört in \`languages\`, ein Text mit Komma in Anführungszeichen.`,
  }),
  'unknown-placeholder': ({ placeholder, nearest }) => ({
    what: `Für \`{${placeholder}}\` gibt es keine Profilfrage.`,
    ...meant(nearest),
  }),
  'unknown-address': ({ address, nearest }) => ({
    what: `Die Bedingung nennt \`${address}\`; das gibt es nicht.`,
    ...meant(nearest),
  }),
  'unknown-source': ({ address, nearest }) => ({
    what: `Aus \`${address}\` lässt sich kein Arbeitsblatt füllen; das gibt es nicht.`,
    hint:
      meant(nearest).hint ??
      'Nennen Sie eine Profilfrage, eine Frage, `$note.FRAGE`, `$subject.use` oder `$step.who`.',
  }),
  'other-layout': ({ key, layout }) => ({
    what: `\`${key}\` gibt es nur bei \`layout: ${layout}\`.`,
    hint: `Nehmen Sie \`${key}\` heraus, oder ändern Sie \`layout\`.`,
  }),
  'address-not-allowed': ({ address, where }) => ({
    what: `Nach \`${address}\` kann hier nicht gefragt werden.`,
    hint: places[where],
  }),
  'looks-forward': ({ address }) => ({
    what: `\`${address}\` wird erst später gefragt.`,
    hint: 'Eine Bedingung darf nur zurückschauen; stellen Sie die Frage weiter nach vorn.',
  }),
  'impossible-comparison': ({ address, comparison }) => ({
    what: `\`${address}\` lässt sich nicht mit \`${comparison}\` vergleichen.`,
    hint: 'Bei einer Auswahl gehen `is`, `isNot` und `in` (mit `ordered: true` auch `atLeast`, `atMost`, `above` und `below`), bei mehreren Antworten `includes`, bei Stufen und Zahlen Zahlenvergleiche, bei Text `hasNumber`, überall `answered` und `unknown`.',
  }),
  'prerequisite-cycle': ({ ids }) => ({
    what: `Diese Voraussetzungen warten aufeinander: ${[...ids, ids[0]].join(' → ')}.`,
    hint: 'Nehmen Sie eine davon aus `requires`.',
  }),
  'nothing-scored': ({ hurdle }) => ({
    what: `Die Hürde \`${hurdle}\` hat keine Frage, die zählt.`,
    hint: 'Mindestens eine Frage muss Punkte haben.',
  }),
  'unreachable-band': ({ from, lowest, highest }) => ({
    what: `In das Band ab ${from} fällt keine Zahl: ${bounds(lowest, highest)}.`,
    hint: 'Verschieben Sie die Grenze, nehmen Sie das Band heraus, oder ändern Sie `min` oder `max`.',
  }),
  'exclusive-with-others': ({ option }) => ({
    what: `\`${option}\` kann nicht zusammen mit anderen Antworten stehen.`,
    hint: `Schreiben Sie [${option}] oder nur die anderen.`,
  }),
  'not-applicable-refused': ({ id, why }) => ({
    what: `\`${id}\` kann nicht mit „trifft nicht zu“ beantwortet werden.`,
    hint: {
      core: 'Es ist eine Kernfrage; wenn Sie es nicht wissen, schreiben Sie `unknown`.',
      'asked-by-rule':
        'Ein Deckel oder ein Urteil fragt danach; wenn Sie es nicht wissen, schreiben Sie `unknown`.',
      'says-so': 'Wenn Sie es nicht wissen, schreiben Sie `unknown`.',
    }[why],
  }),
  'unknown-refused': ({ id }) => ({
    what: `\`${id}\` braucht eine Antwort; daran hängt, was gefragt wird.`,
    hint: 'Wählen Sie, was am ehesten zutrifft.',
  }),
  'answer-and-state': () => ({
    what: '`answer` und `state` schließen einander aus.',
    hint: 'Behalten Sie eines von beiden.',
  }),
  'missing-required': ({ id, options }) => ({
    what: `Ohne \`${id}\` im Profil lässt sich nicht urteilen.`,
    hint: `Ergänzen Sie unter \`profile:\` die Zeile \`${id}: …\`. ${choices(options)}`,
  }),
  'no-recommendation': ({ id }) => ({
    what: `Zu \`${id}\` gibt es keine Empfehlung.`,
    hint: 'Hier können nur Fragen mit einer Empfehlung stehen.',
  }),
  'never-holds': ({ address }) => ({
    what:
      address === null
        ? 'Diese Bedingung kann nie gelten, was auch geantwortet wird.'
        : `Was hier von \`${address}\` verlangt wird, kann nie gelten.`,
    hint: 'Widersprechen sich zwei Teile, liegt ein Wert außerhalb des Möglichen, oder wird die Frage dann gar nicht gestellt?',
  }),
  'always-holds': ({ address }) => ({
    what:
      address === null
        ? 'Diese Bedingung gilt immer, was auch geantwortet wird.'
        : `Was hier von \`${address}\` verlangt wird, gilt bei jeder Antwort.`,
    hint: 'Lassen Sie die Bedingung weg, oder verlangen Sie mehr.',
  }),
  'idle-limit': ({ gate }) => ({
    what: `Diese Grenze des Deckels \`${gate}\` senkt nie etwas.`,
    hint: 'Setzen Sie sie tiefer als das, was ohne sie möglich ist, oder nehmen Sie sie heraus.',
  }),
  'not-lifted': ({ verdict }) => ({
    what: `Das Urteil \`${verdict}\` bleibt bestehen, auch wenn alles getan ist, was es verlangt.`,
    hint: 'Nennen Sie in `first` jede Frage, die `liftedWhen` verlangt. Jede braucht ein Soll, und verlangt werden kann nur, was erreichbar ist.',
  }),
  'idle-recommendation': ({ id }) => ({
    what: `Die Empfehlung zu \`${id}\` kann nie erscheinen.`,
    hint: 'Geben Sie der Frage ein Soll über der untersten Antwort (`target`), oder nehmen Sie die Empfehlung heraus.',
  }),
  'prerequisite-never-due': ({ id }) => ({
    what: `Die Voraussetzung \`${id}\` wird nie zusammen mit dieser Frage fällig.`,
    hint: 'Nehmen Sie sie aus `requires`, oder geben Sie ihr ein Soll, wo auch diese Frage eines hat.',
  }),
  'prerequisite-above-target': ({ id, metAt, target }) => ({
    what: `Als Voraussetzung soll \`${id}\` ${metAt} erreichen, das eigene Soll ist aber höchstens ${target}.`,
    hint: 'Heben Sie das Soll an, oder senken Sie `method.prerequisiteAt`.',
  }),
  'levels-out-of-order': ({ found, before }) => ({
    what: `${found} steht nach ${before}; die Reihe sollte ${found > before ? 'fallen' : 'steigen'}.`,
    hint: 'Ordnen Sie die Einträge, oder berichtigen Sie die Zahl.',
  }),
  'level-unreachable': ({ from, highest }) => ({
    what: `Diese Stufe beginnt bei ${from}; mehr als ${highest} ist nicht zu erreichen.`,
    hint: 'Senken Sie die Grenze.',
  }),
  'hole-below': ({ from, lowest }) => ({
    what: `Die unterste Stufe beginnt bei ${from}; ein Ergebnis kann aber bis ${lowest} hinuntergehen.`,
    hint: `Beginnen Sie bei ${lowest}.`,
  }),
  'idle-weight': ({ aggregate }) => ({
    what: `Dieses Gewicht zählt nicht: Hier wird mit \`${aggregate}\` zusammengefasst.`,
    hint: 'Nehmen Sie es heraus, oder fassen Sie mit `weighted-mean` zusammen. `--fix` nimmt es heraus.',
  }),
  'idle-points': ({ id }) => ({
    what: `Bei \`${id}\` ist jede Antwort gleich viel wert; die Frage zählt nicht.`,
    hint: 'Geben Sie den Antworten verschiedene Punkte, oder machen Sie eine Profilfrage daraus.',
  }),
  'target-out-of-reach': ({ target, lowest, highest }) => ({
    what: `Das Soll ${target} liegt außerhalb dessen, was die Antworten wert sein können.`,
    hint: `Möglich sind ${lowest} bis ${highest}.`,
  }),
  'similar-ids': ({ id, other }) => ({
    what: `\`${id}\` ist leicht mit \`${other}\` zu verwechseln.`,
    hint: 'Wählen Sie Kennungen, die sich deutlicher unterscheiden.',
  }),
  'typeset-quotes': ({ text }) => ({
    what: `Die Anführungszeichen um ${shortened(text)} gehören hier zum Text und werden mit angezeigt.`,
    hint: `Um einen Text stehen gerade: "${text.slice(1, -1)}". Ist es ein Zitat, schreiben Sie sie außen herum.`,
  }),
  'turned-word': ({ word }) => ({
    what: `Andere Programme lesen \`${word}\` ohne Anführungszeichen nicht als Text.`,
    hint: `Schreiben Sie "${word}". \`--fix\` setzt die Anführungszeichen.`,
  }),
  'long-text': ({ lines, limit }) => ({
    what: `Frage und Antworten brauchen ${lines} Zeilen; auf einen Bildschirm passen ${limit}.`,
    hint: 'Kürzen Sie, oder verlegen Sie Erklärungen nach `help`.',
  }),
  unanswerable: ({ id, needs }) => ({
    what: `Wird nur eine Rolle befragt, wird \`${id}\` nie gestellt: Wer die Frage beantworten könnte, wird nicht nach ${needs.map((need) => `\`${need}\``).join(', ')} gefragt.`,
    hint: 'Geben Sie beiden Fragen eine gemeinsame Rolle.',
  }),
  'not-monotone': ({ address }) => ({
    what: `Eine bessere Antwort kann hier etwas verschlechtern (\`${address}\`).`,
    hint: 'Wenn das so gemeint ist, lassen Sie es; sonst prüfen Sie die Richtung des Vergleichs.',
  }),
  unused: ({ what, id }) => ({
    what: `${{ role: 'Die Rolle', scale: 'Die Skala', worksheet: 'Das Arbeitsblatt' }[what]} \`${id}\` kommt sonst nirgends vor.`,
    hint: `Verwenden Sie ${what === 'worksheet' ? 'es' : 'sie'}, oder nehmen Sie ${what === 'worksheet' ? 'es' : 'sie'} heraus.`,
  }),
  'idle-option': ({ of, option }) => ({
    what: `Nach der Antwort \`${option}\` auf \`${of}\` fragt keine Regel; sie anzukreuzen ändert nichts.`,
    hint: 'Fragen Sie mit `includes` danach, oder nehmen Sie sie heraus.',
  }),
  'other-questionnaire': ({ found, expected, merging, against }) => ({
    what: `Die Datei gehört zum Fragebogen \`${found}\`, nicht zu \`${expected}\`.`,
    hint: merging
      ? 'Zusammenführen lassen sich nur Antworten auf denselben Fragebogen.'
      : against
        ? 'Nennen Sie hinter --against eine frühere Fassung desselben Fragebogens.'
        : 'Nennen Sie den richtigen mit -q.',
  }),
  'no-role': ({ roles }) => ({
    what: 'Hier steht nicht, in welcher Rolle geantwortet wurde.',
    hint:
      roles.length === 0
        ? 'Der Fragebogen kennt keine Rollen; zusammenführen lässt sich nur, wo er unter `roles` welche nennt.'
        : `Ergänzen Sie die Zeile \`respondent: { role: … }\`. ${choices(roles)}`,
  }),
  'other-subject': ({ key, found, other, file }) => ({
    what: `${key === 'name' ? 'Der Betrieb heißt' : 'Das Vorhaben heißt'} hier \`${found}\`, in ${file} aber \`${other}\`.`,
    hint: `Zusammenführen lässt sich nur, was denselben Betrieb und dasselbe Vorhaben betrifft. Ist dasselbe gemeint, schreiben Sie \`subject.${key}\` überall gleich.`,
  }),
  'profile-conflict': ({ id, said }) => ({
    what:
      said.length === 0
        ? `Bei \`${id}\` ist in den Dateien Verschiedenes vereinbart.`
        : `Bei \`${id}\` sagen die Rollen Verschiedenes: ${said.map(({ role, answer }) => `${role} \`${answer}\``).join(', ')}.`,
    hint:
      said.length === 0
        ? 'Einigen Sie sich, und gleichen Sie die Dateien an.'
        : `Welche Rolle gilt, sagt zum Beispiel \`--prefer ${said[0]?.role ?? ''}\`; oder gleichen Sie die Dateien an.`,
  }),
  'unknown-questionnaire': ({ id, known, nearest, extended }) => ({
    what: `Den Fragebogen \`${id}\` gibt es nicht.`,
    hint: `${nearest === null ? '' : `Meinten Sie \`${nearest}\`? `}Bekannt sind: ${known.join(', ')}. ${extended ? 'Einen eigenen nennen Sie als Datei, gesucht ab dem Ordner dieser: `extends: basis.yaml`.' : 'Einen eigenen nennen Sie mit -q DATEI.'}`,
  }),
  'not-utf8': () => ({
    what: 'Die Datei ist nicht in UTF-8 geschrieben; Umlaute würden verloren gehen.',
    hint: 'Speichern Sie sie in Ihrem Editor mit der Kodierung UTF-8.',
  }),
  'other-major-version': ({ found, expected, migrates }) => ({
    what: `Beantwortet wurde Fassung ${found}; dieser Fragebogen ist Fassung ${expected} und fragt anderes.`,
    hint: migrates
      ? 'Anpassen lassen sich die Antworten mit: hurdles migrate DATEI'
      : 'Nennen Sie mit -q die Fassung, die beantwortet wurde.',
  }),
  'other-version': ({ found, expected, carriedOver = [] }) => ({
    what: `Beantwortet wurde Fassung ${found}, gelesen wird mit Fassung ${expected}.`,
    hint: `Der Wortlaut kann sich geändert haben.${carriedOver.length > 0 ? ` Übernommen wurde: ${changesWords(carriedOver)}.` : ''}`,
  }),
  'still-there': ({ id, of }) => ({
    what: `${of === null ? '' : `Bei \`${of}\`: `}\`${id}\` gibt es in dieser Fassung noch.`,
    hint: 'Streichen Sie diese Änderung, oder geben Sie dem Neuen eine andere Kennung.',
  }),
  'changed-before': ({ id }) => ({
    what: `\`${id}\` ist in dieser Migration weiter oben das Ziel einer Änderung.`,
    hint: 'Stellen Sie diese Änderung davor, oder beginnen Sie eine neue Migration.',
  }),
  'no-options': ({ id }) => ({
    what: `\`${id}\` hat keine Antworten zur Auswahl.`,
    hint: 'Ohne `of` geht es um die Frage selbst.',
  }),
  'no-migration': ({ found, needed }) => ({
    what: `Beantwortet wurde Fassung ${found}; was daraus in Fassung ${needed} wird, sagt der Fragebogen nicht.`,
    hint: `Dafür braucht er eine Migration mit \`to: ${needed}\`. Sonst nennen Sie mit -q die Fassung, die beantwortet wurde.`,
  }),
  'missing-migration': ({ what, id, of, nearest }) => {
    const gone = {
      question: `Die Frage \`${id}\` gibt es nicht mehr`,
      profile: `Die Profilfrage \`${id}\` gibt es nicht mehr`,
      option: `Bei \`${of}\` gibt es die Antwort \`${id}\` nicht mehr`,
    }[what];
    const written = (change: string) => `{ ${of === null ? '' : `of: ${of}, `}${change} }`;
    const renamed = written(`rename: ${id}, to: ${nearest ?? '…'}`);
    return {
      what: `${gone}, und keine Migration sagt, was aus älteren Antworten wird.`,
      hint: `Schreiben Sie unter \`migrations:\` zum Beispiel ${renamed}${nearest === null ? ` oder, wenn die Antworten entfallen sollen, ${written(`remove: ${id}`)}` : ''}.`,
    };
  },
  'version-too-low': ({ found, needed, because, id }) => ({
    what: `Fassung ${found} genügt nicht; wegen \`${id}\` muss es mindestens ${needed} sein.`,
    hint: {
      wording: 'Ein anderer Wortlaut erhöht die letzte Zahl.',
      addition: 'Etwas Neues oder eine übernommene Umbenennung erhöht die mittlere Zahl.',
      meaning: 'Was Antworten anders zählen lässt, erhöht die erste Zahl.',
    }[because],
  }),
  'too-many-bases': ({ limit }) => ({
    what: `Hier bauen mehr als ${limit} Fragebögen aufeinander auf.`,
    hint: 'Fassen Sie einige davon zusammen.',
  }),
  'removed-but-used': ({ id, file, lines }) => ({
    what: `\`${id}\` wird hier weggenommen, aber noch gebraucht: ${file}, ${lines.length === 1 ? 'Zeile' : 'Zeilen'} ${lines.join(', ')}.`,
    hint: 'Ändern Sie, was danach fragt, oder nehmen Sie es mit `remove: true` ebenfalls weg.',
  }),
  'extends-cycle': ({ names }) => ({
    what: `Diese Fragebögen bauen im Kreis aufeinander auf: ${names.join(' → ')}.`,
    hint: 'Nehmen Sie eines der `extends` heraus.',
  }),
  'other-answer': ({ id }) => ({
    what: `Auf \`${id}\` wurde etwas anderes geantwortet: Unter \`answers\` steht es anders.`,
    hint: 'Eine Bewertung wird nicht von Hand geändert; ändern Sie die Antwortdatei, und bewerten Sie neu.',
  }),
  'other-digest': ({ found, expected }) => ({
    what: `Der Fragebogen hat sich seither geändert (beantwortet: ${found}, gelesen: ${expected}).`,
    hint: 'Prüfen Sie, ob die Antworten noch stimmen; dann vermerkt `hurdles migrate DATEI` die heutige Fassung.',
  }),
  'low-contrast': ({ colour, found, needed, use, enough }) => ({
    what: `\`${colour}\` hebt sich zu wenig vom Papier ab: Kontrast ${decimal(found)}; für ${use === 'text' ? 'Text' : 'Linien und Flächen'} nötig ist ${decimal(needed)}.`,
    hint: `Dunkel genug wäre: "${enough}"`,
  }),
  'not-beside': ({ file, why, nearest }) =>
    why === 'outside'
      ? {
          what: `\`${file}\` liegt nicht im Ordner dieser Datei.`,
          hint: 'Gelesen wird nur, was neben ihr oder darunter liegt; legen Sie die Datei dorthin.',
        }
      : {
          what: `Neben dieser Datei gibt es kein \`${file}\`.`,
          hint:
            nearest === null
              ? 'Der Pfad gilt ab dem Ordner dieser Datei.'
              : `Meinten Sie \`${nearest}\`?`,
        },
  'no-picture': ({ file, kind }) => ({
    what:
      kind === 'broken'
        ? `\`${file}\` ist als Bild beschädigt oder nicht vollständig.`
        : `\`${file}\` ist ${kind === null ? 'kein Bild, das ein Bericht tragen kann' : `ein Bild im Format ${kind.toUpperCase()}`}.`,
    hint: 'Nötig ist ein PNG oder JPEG; der Inhalt zählt, nicht die Endung.',
  }),
  'picture-too-large': ({ file, kind, found, limit }) =>
    kind === 'bytes'
      ? {
          what: `\`${file}\` hat ${Math.ceil(found / 1000)} kB; möglich sind höchstens ${limit / 1000} kB.`,
          hint: 'Das Logo steckt in jedem Bericht. 600 Bildpunkte Breite genügen.',
        }
      : {
          what: `\`${file}\` misst ${found} Bildpunkte; möglich sind höchstens ${limit}.`,
          hint: 'Verkleinern Sie das Bild. 600 Bildpunkte Breite genügen.',
        },
  'template-syntax': ({ reason, message }) => ({
    what:
      reason === 'ends'
        ? 'Die Vorlage endet, bevor alles geschlossen ist.'
        : reason === 'mismatch'
          ? `Hier wird etwas anderes geschlossen als geöffnet: ${message}`
          : `Die Vorlage lässt sich hier nicht lesen: ${message}`,
    hint: 'Jedes {{#…}} braucht sein {{/…}}, jedes {{ sein }}.',
  }),
  'unknown-name': ({ name, of, nearest }) => ({
    what:
      of === null ? `\`${name}\` gibt es hier nicht.` : `In \`${of}\` gibt es kein \`${name}\`.`,
    hint: `${nearest === null ? '' : `Meinten Sie \`${nearest}\`? `}Alle Namen: docs/templates.md`,
  }),
  'may-be-missing': ({ name, asked }) => ({
    what: `\`${name}\` kann fehlen; dann gibt es kein \`${asked}\`.`,
    hint: `Fragen Sie vorher: {{#if ${name}}}…{{/if}}`,
  }),
  'not-a-text': ({ name, parts }) => ({
    what: `\`${name}\` ist kein Text.`,
    hint:
      parts.length === 0
        ? `Es ist eine Liste: {{#each ${name}}}…{{/each}}`
        : `Darin gibt es: ${parts.join(', ')}.`,
  }),
  'not-a-list': ({ name }) => ({
    what: `\`${name}\` ist keine Liste.`,
    hint: 'Mit {{#if …}} fragt man, ob etwas da ist; mit {{#with …}} geht man hinein.',
  }),
  'unknown-helper': ({ name, nearest }) => ({
    what: `Den Helfer \`${name}\` gibt es nicht.`,
    hint: `${nearest === null ? '' : `Meinten Sie \`${nearest}\`? `}Es gibt: t, md, is, inner, if, unless, each, with, lookup.`,
  }),
  'unknown-part': ({ name, nearest }) => ({
    what: `Den Teil \`${name}\` gibt es nicht.`,
    ...meant(nearest),
  }),
  'uncalled-part': ({ name, nearest }) => ({
    what: `Der Teil \`${name}\` wird nirgends aufgerufen.`,
    hint:
      nearest === null
        ? `Rufen Sie ihn mit {{> ${name}}} auf, oder nehmen Sie die Datei weg.`
        : `Meinten Sie \`${nearest}\`? Dann benennen Sie die Datei um.`,
  }),
  'part-needs': ({ part, names }) => ({
    what: `Der Teil \`${part}\` braucht, was es hier nicht gibt: ${named(names)}.`,
    hint: `Geben Sie ihm mit, wovon er handeln soll: {{> ${part} …}}`,
  }),
  'unknown-words': ({ key, nearest }) => ({
    what: `Für \`${key}\` hat der Bericht keine Worte.`,
    hint:
      nearest === null
        ? 'Schreiben Sie den Text selbst in die Vorlage.'
        : `Meinten Sie \`${nearest}\`?`,
  }),
  unescaped: ({ name }) => ({
    what: `{{{${name}}}} ließe Text aus fremden Dateien als HTML in die Seite.`,
    hint: `Schreiben Sie {{${name}}}.`,
  }),
  'not-through-md': ({ name }) => ({
    what: `Was in {{${name}}} steht, kann im Bericht zu Markdown oder HTML werden.`,
    hint: `Schreiben Sie {{md ${name}}}.`,
  }),
  'empty-template': () => ({
    what: 'Die Vorlage ist leer; der Bericht wäre es auch.',
    hint: 'Was in ihr stehen kann, zeigt docs/templates.md.',
  }),
  'template-failed': ({ message }) => ({
    what: `Mit dieser Vorlage ließ sich kein Bericht schreiben: ${message}`,
    hint: 'Ruft vielleicht ein Teil sich selbst immer wieder auf?',
  }),
} satisfies { [Code in ProblemCode]: (facts: ProblemFacts[Code]) => ProblemWords };

export const severity = { warning: 'Warnung', note: 'Hinweis' };
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'Ihnen fehlt die Berechtigung dafür.',
  EPERM: 'das System erlaubt es nicht.',
  EROFS: 'von diesem Datenträger lässt sich nur lesen.',
  ENOSPC: 'der Datenträger ist voll.',
  EDQUOT: 'Ihr Anteil am Speicherplatz ist aufgebraucht.',
  ENOENT: 'der Ordner fehlt.',
  ENOTDIR: 'was im Pfad ein Ordner sein müsste, ist eine Datei.',
  EEXIST: 'was im Pfad ein Ordner sein müsste, ist eine Datei.',
  EISDIR: 'das ist ein Ordner.',
  ENAMETOOLONG: 'der Name ist zu lang.',
  ELOOP: 'die Verknüpfungen führen im Kreis.',
  EBUSY: 'ein anderes Programm hat die Datei in Gebrauch.',
  ETXTBSY: 'ein anderes Programm hat die Datei in Gebrauch.',
  EMFILE: 'es sind zu viele Dateien zugleich offen.',
  ENFILE: 'es sind zu viele Dateien zugleich offen.',
  EIO: 'der Datenträger meldet einen Fehler.',
};

// A refusal of the system in words, or by the name it has there.
const why = (reason: string) => {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined ? ` (${reason}).` : `: ${words}`;
};

const failures = {
  'no-such-file': ({ file }) => `Die Datei ${file} gibt es nicht.`,
  'is-a-folder': ({ file, within }) =>
    `${file} ist ein Ordner; gebraucht wird eine Datei.${within === undefined ? '' : ` Alle darin nennt ${within}`}`,
  'no-file-fits': ({ pattern }) => `Auf ${pattern} passt keine Datei.`,
  'one-at-a-time': ({ count, loop, ndjson }) =>
    `Das sind ${count} Dateien; dieser Befehl nimmt eine.${ndjson ? ' Mit --ndjson nimmt er mehrere und gibt zu jeder eine Zeile JSON aus.' : ''} Eine nach der anderen: ${loop}`,
  'needs-file': () =>
    'Das Interview speichert nach jeder Antwort, also braucht es eine Datei; die Standardeingabe (-) geht hier nicht. Antworten aus einer Pipe nimmt es mit --plain.',
  'questionnaire-from-stdin': () =>
    'Den Fragebogen liest -q nicht von der Standardeingabe (-); nennen Sie eine Datei oder eine Kennung.',
  'one-output': ({ count }) =>
    `-o nimmt die Antworten einer Datei auf, hier sind es ${count}. Ohne -o wird jede an ihrem Ort angepasst.`,
  'json-and-ndjson': () => 'Entweder --json oder --ndjson; beides zugleich geht nicht.',
  'json-of-several': ({ count }) =>
    `Mit --json kommt genau ein Objekt heraus, hier sind es ${count} Dateien. Mit --ndjson kommt zu jeder eine Zeile.`,
  'cannot-read': ({ file, reason }) => `${file} lässt sich nicht lesen${why(reason)}`,
  'cannot-write': ({ file, reason }) =>
    `${file === '-' ? 'Die Standardausgabe' : file} lässt sich nicht schreiben${why(reason)}`,
  'cannot-save': ({ file, reason }) =>
    `Keine Antwort ließe sich speichern: ${file} lässt sich nicht schreiben${why(reason)} Nennen Sie eine Datei in einem Ordner, in dem Sie schreiben dürfen: hurdles interview DATEI`,
  'being-written': ({ file, folder }) =>
    `${file} wird gerade von einem anderen Programm geschrieben; hier wurde nichts geändert. Versuchen Sie es gleich noch einmal. Läuft kein anderes mehr, löschen Sie den Ordner ${folder}.`,
  'changed-meanwhile': ({ file }) =>
    `${file} wurde inzwischen von jemand anderem geändert und hat jetzt Fehler. Ihre letzte Antwort ist nicht gespeichert, damit dort nichts verloren geht.`,
  'would-overwrite-input': ({ file }) =>
    `Das würde die eingelesene Datei ${file} überschreiben. Nennen Sie mit -o ein anderes Ziel.`,
  'needs-template': ({ format }) =>
    `Für ${format} braucht es eine eigene Vorlage: --template DATEI.${format}.hbs`,
  'other-template': ({ file, format }) =>
    `Mit der Vorlage ${file} lässt sich kein ${format} schreiben. Eine Vorlage schreibt html, md oder txt, je nach ihrem Namen: brief.md.hbs`,
  'no-layout': ({ format }) =>
    `Ein Bericht im Format ${format} hat immer dieselbe Form; eine Vorlage braucht html, md, txt oder pdf. Lassen Sie --template weg, oder nennen Sie mit -f eines davon.`,
  'no-template': ({ file }) =>
    `${file} ist keine Vorlage. Vorlagen enden auf .hbs, z. B. brief.md.hbs`,
  'no-template-in-folder': ({ folder }) =>
    `Im Ordner ${folder} liegt keine Vorlage. Vorlagen enden auf .hbs, z. B. header.html.hbs`,
  'already-there': ({ file }) =>
    `${file} gibt es schon; nichts wurde geschrieben. Nennen Sie einen anderen Namen, oder überschreiben Sie die Datei mit --force.`,
  'not-ours': ({ file }) =>
    `${file} gibt es schon und sieht nicht wie ein früheres Ergebnis dieses Befehls aus; nichts wurde geschrieben. Nennen Sie mit -o ein anderes Ziel, oder überschreiben Sie die Datei mit --force.`,
  'worksheets-there': ({ files }) =>
    `Diese Arbeitsblätter gibt es schon, vielleicht ausgefüllt; nichts wurde geschrieben: ${files.join(', ')}. Nennen Sie mit --worksheets einen anderen Ordner, verschieben Sie diese Dateien, oder überschreiben Sie sie mit --force.`,
  'no-worksheets': ({ questionnaire }) =>
    `Der Fragebogen „${questionnaire}“ hat keine Arbeitsblätter. Den Bericht gibt es ohne --worksheets und --with-worksheets.`,
  'id-of-ours': ({ id }) =>
    `„${id}“ heißt schon ein mitgelieferter Fragebogen. Wählen Sie eine andere Kennung; wer auf ihm aufbauen will, schreibt in den eigenen \`extends: ${id}\`.`,
  'bad-id': ({ value }) => `„${value}“ geht nicht als Kennung. Gebraucht werden ${forms.id}.`,
  'device-name': ({ name }) =>
    `„${name}“ geht nicht als Kennung: Danach werden Dateien benannt, und für Windows ist das ein Gerät. Wählen Sie eine andere, z. B. ${name}-1`,
  'needs-folder': () => 'Für mehrere Berichte braucht es einen Ordner: -o ORDNER/',
  'not-a-folder': ({ folder }) => `${folder} ist eine Datei; gebraucht wird ein Ordner.`,
  'nowhere-to-append': ({ format }) =>
    `An ${format} lassen sich keine Arbeitsblätter anhängen. --with-worksheets hängt sie an html, md oder pdf; als Dateien schreibt sie --worksheets ORDNER`,
  'same-target': ({ file }) =>
    `Zwei Berichte hießen beide ${file}. Benennen Sie eine der Dateien um, oder nehmen Sie getrennte Ordner.`,
  'unknown-questionnaire': ({ id, nearest, known }) =>
    `Den Fragebogen „${id}“ gibt es nicht.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Mitgeliefert: ${known}. Einen eigenen nennen Sie mit -q DATEI.`,
  'unknown-command': ({ word, nearest }) =>
    `„${word}“ ist weder ein Befehl noch eine Datei.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Alle Befehle zeigt: hurdles --help`,
  'unknown-option': ({ option, nearest }) =>
    `Die Option ${option} gibt es nicht.${nearest === null ? '' : ` Meinten Sie ${nearest}?`}`,
  'option-before-command': ({ option, command }) =>
    `${option} gehört hinter den Befehl: hurdles ${command} ${option} …`,
  'missing-argument': ({ name }) => `Hier fehlt eine Angabe: ${name}.`,
  'missing-option-value': ({ option }) => `Nach ${option} fehlt der Wert.`,
  'bad-option-value': ({ option, value, allowed }) =>
    `${option} kann nicht „${value}“ sein. ${allowed === '' ? 'Hier gibt es nichts zur Auswahl' : `Möglich sind: ${allowed}`}.`,
  'too-many-inputs': ({ count, limit }) =>
    `Das sind ${count} Dateien; auf einmal werden höchstens ${limit} gelesen. Mehr nimmt score --ndjson.`,
  'line-too-long': ({ limit }) =>
    `Die Zeile ist länger als ${limit} Bytes; jede Zeile ist ein Antwortbogen, vielleicht fehlt ein Zeilenumbruch.`,
  'unknown-field': ({ field, nearest, known }) =>
    `Ein Feld „${field}“ gibt es nicht. ${nearest === null ? (known.length === 0 ? 'Darunter liegt kein weiteres Feld.' : `Möglich sind: ${known.join(', ')}.`) : `Meinten Sie „${nearest}“?`}`,
  'needs-ndjson': ({ what }) => `${what} gibt es nur mit --ndjson: je Eingabe eine Zeile JSON.`,
  'lines-need-ndjson': ({ file }) =>
    `${file} hat einen Antwortbogen je Zeile. Dafür gibt es --ndjson: zu jedem Bogen eine Zeile JSON.`,
  'nothing-asked': ({ quick, role }) => {
    const what = `keine Frage${role === null ? '' : ` für die Rolle „${role}“`}`;
    return quick
      ? `Dieser Fragebogen hat ${what}, die zum Kurzcheck gehört (\`quick: true\`). Alle fragt man ohne --quick, bei begonnenen Antworten mit --no-quick.`
      : `Dieser Fragebogen hat ${what}.`;
  },
  'bad-days': ({ value }) =>
    `„${value}“ ist keine Zahl von Personentagen. Gebraucht wird eine wie 5 oder 2,5.`,
  'unknown-goal': ({ value, top, nearest, verdicts }) =>
    `„${value}“ ist kein Ziel.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Möglich sind eine Stufe (0 bis ${top}), at-target${verdicts === '' ? '' : ` oder ein Urteil: ${verdicts}`}.`,
  'format-and-json': () => 'Entweder --format oder --json; beides zugleich geht nicht.',
  'goal-and-days': () => 'Entweder --to oder --days; beides zugleich geht nicht.',
  'bad-day': ({ value }) => `„${value}“ ist kein Tag. Gebraucht wird JJJJ-MM-TT, z. B. 2026-11-20.`,
  'unknown-ending': ({ file, allowed }) =>
    `Aus dem Namen ${file} ist kein Format abzulesen. Nennen Sie es mit -f: ${allowed}.`,
  'too-many-arguments': ({ loop }) =>
    `Das sind zu viele Angaben. ${loop === null ? 'Mehr dazu mit --help.' : `Dieser Befehl nimmt eine Datei. Eine nach der anderen: ${loop}`}`,
  'unknown-language': ({ language, known }) =>
    `Die Sprache „${language}“ spricht das Programm nicht. Möglich sind: ${known}.`,
  'no-terminal': ({ missing, command }) =>
    `Hier ist kein Terminal, also kann niemand gefragt werden. ${missing.length === 1 ? 'Offen ist 1 Antwort' : `Offen sind ${missing.length} Antworten`}: ${missing.join(', ')}. Tragen Sie sie in die Datei ein, oder rufen Sie in einem Terminal auf: ${command}. Mit --plain nimmt der Befehl die Antworten auch aus einer Pipe, je Zeile eine.`,
  'nothing-called': ({ id, nearest }) =>
    `Hier heißt nichts „${id}“.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Alle Kennungen: hurdles explain DATEI --json | jq -r '.entries[].ref'`,
  'not-recomputable': ({ file }) =>
    `Das in ${file} gespeicherte Ergebnis folgt nicht aus den Antworten darin. Es wurde bearbeitet oder von einer anderen Version des Programms erzeugt; nehmen Sie stattdessen die Antwortdatei.`,
  'other-questionnaires': ({ file, found, first, expected }) =>
    `${file} gehört zum Fragebogen „${found}“, ${first} zu „${expected}“; vergleichen lassen sich nur Antworten auf denselben.`,
  'other-companies': ({ names }) =>
    `Die Dateien nennen verschiedene Betriebe: ${names.map(({ file, name }) => `„${name}“ (${file})`).join(', ')}. Nebeneinander stellen lassen sich nur Vorhaben desselben Betriebs; ist derselbe gemeint, schreiben Sie \`subject.name\` überall gleich.`,
  'given-twice': ({ option }) =>
    `${option} geht hier nur einmal; jedes Format braucht einen eigenen Aufruf.`,
  'working-folder-gone': () =>
    'Den Ordner, in dem Sie gerade stehen, gibt es nicht mehr. Wechseln Sie in einen anderen, zum Beispiel mit cd ~.',
  'stdin-twice': () =>
    'Die Standardeingabe (-) lässt sich nur einmal lesen; nennen Sie für die anderen Dateien.',
  'other-ending': ({ file, format }) =>
    `Nach der Endung von ${file} wäre es ein anderes Format als „${format}“; ändern Sie die Endung oder --format.`,
  'other-digest': ({ found, expected, program }) =>
    `Diese Bewertung gehört zu einer anderen Fassung des Fragebogens (${found}, vorhanden ist ${expected}); ${program === null ? 'nennen Sie die passende mit -q' : `Version ${program} des Programms hat sie, oder Sie nennen sie mit -q`}.`,
  'no-browser': ({ variable, names }) =>
    `Ein PDF braucht einen Browser, der es druckt, und es ist keiner zu finden (gesucht: Chrome, Edge, ${names}). Installieren Sie Chromium, nennen Sie einen Browser mit der Umgebungsvariablen ${variable}, oder schreiben Sie den Bericht mit -f html und drucken ihn aus Ihrem eigenen Browser.`,
  'browser-not-there': ({ variable, value }) =>
    `${variable} nennt „${value}“, aber dort ist kein Programm. Gebraucht wird der Pfad von Chromium, Chrome oder Edge; ohne die Variable sucht das Programm selbst.`,
  'browser-too-slow': ({ browser, seconds }) =>
    `${browser} hat nach ${seconds} Sekunden noch kein PDF gedruckt und wurde beendet. Versuchen Sie es noch einmal, oder schreiben Sie den Bericht mit -f html und drucken ihn aus Ihrem eigenen Browser.`,
  'browser-failed': ({ browser, said }) =>
    `${browser} hat kein PDF gedruckt${said === null ? '' : ` und sagt dazu: ${said}`}. Schreiben Sie den Bericht mit -f html und drucken ihn aus Ihrem eigenen Browser, oder nennen Sie mit HURDLES_BROWSER einen anderen.`,
  'no-text-for-terminal': ({ format }) =>
    `Ein Bericht im Format ${format} ist kein Text für ein Terminal. Nennen Sie mit -o eine Datei.`,
  'unknown-verdict': ({ value, nearest, known }) =>
    `--fail-on: „${value}“ ist weder eine Art von Urteil noch ein Urteil.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Möglich sind: ${known}, oder none: nichts davon.`,
  'unknown-hurdle': ({ value, nearest, known }) =>
    `--min: Eine Hürde „${value}“ gibt es nicht.${nearest === null ? '' : ` Meinten Sie „${nearest}“?`} Möglich sind: ${known}.`,
  'bad-level': ({ option, value, top }) =>
    top === null
      ? `${option}: „${value}“ ist keine Stufe. Gebraucht wird eine ganze Zahl wie 2.`
      : `${option}: Eine Stufe ${value} gibt es nicht; die höchste ist ${top}.`,
  'bad-minimum': ({ value }) =>
    `--min: „${value}“ lässt sich nicht lesen. Gebraucht wird HÜRDE=STUFE, z. B. --min tools=2; mehrere nennt man mit mehreren --min.`,
  'bad-share': ({ value }) =>
    `--min-coverage: „${value}“ ist kein Anteil. Gebraucht wird 0.8 oder 80%.`,
  'bad-age': ({ value }) =>
    `--max-age: „${value}“ ist kein Alter. Gebraucht wird eine Zahl mit d (Tage), w (Wochen) oder m (Monate), z. B. 180d.`,
  'none-and-others': ({ option }) =>
    `${option}: none heißt, dass kein Urteil zählt; daneben geht kein anderes.`,
  'baseline-folder': ({ file }) =>
    `--baseline: Für mehrere Dateien braucht es einen Ordner mit je einer Datei gleichen Namens; ${file} ist eine Datei.`,
} satisfies { [Code in keyof FailureFacts]: (facts: FailureFacts[Code]) => string };

/** The program's own words in German; `Words` is their shape for every other language. */
export const de = {
  problems: problems as { [Code in ProblemCode]: (facts: ProblemFacts[Code]) => ProblemWords },
  failures: failures as { [Code in keyof FailureFacts]: (facts: FailureFacts[Code]) => string },
  severity,
  problemCount: (errors: number, warnings: number, files: number) => {
    const counts = [
      ...(errors > 0 ? [`${errors} Fehler`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 Warnung' : `${warnings} Warnungen`] : []),
    ];
    return `${counts.join(', ')} in ${files === 1 ? '1 Datei' : `${files} Dateien`}.`;
  },
  lintFixed: (file: string, fixed: number) =>
    `${fixed === 1 ? '1 Stelle' : `${fixed} Stellen`} berichtigt: ${file}`,
  lintClean: (files: number) =>
    files === 1 ? 'Nichts zu beanstanden.' : `${files} Dateien, nichts zu beanstanden.`,
  progress: {
    reading: (nth: number, of: number) => `Datei ${nth} von ${of} wird gelesen …`,
    checking: (nth: number, of: number) => `Datei ${nth} von ${of} wird geprüft …`,
    making: (nth: number, of: number) => `Bericht ${nth} von ${of} wird geschrieben …`,
    judged: (sheets: number) =>
      sheets === 1 ? '1 Antwortbogen beurteilt …' : `${decimal(sheets)} Antwortbögen beurteilt …`,
  },
  written: (file: string) => `Geschrieben: ${file}`,
  whichQuestionnaire: (id: string, others: readonly string[], config: string) =>
    others.length === 0
      ? `Der Fragebogen ist ${id}, aus ${config}; einen anderen wählen Sie mit -q.`
      : `Der Fragebogen ist ${id}. ${config} nennt ${others.join(', ')}: Mit -q wählen Sie einen davon.`,
  notJudged: (problems: number, of: number, first: string) =>
    `${problems} von ${of === 1 ? '1 Antwortbogen' : `${of} Antwortbögen`} ${problems === 1 ? 'ließ' : 'ließen'} sich nicht beurteilen${problems === 1 ? ': ' : ', als Erstes '}${first}.`,
  lineNumber: (line: number, file: string | null) =>
    file === null ? `Zeile ${line}` : `${file}, Zeile ${line}`,
  undated: (file: string) =>
    `${file} sagt nicht, von wann die Antworten sind; der Bericht ist ohne Datum. Eines nennt \`updated:\` in der Datei oder --date.`,
  notTakenOver: (ids: readonly string[], questionnaire: string) =>
    `Nicht übernommen, weil ${questionnaire} dafür andere Antworten hat: ${ids.join(', ')}`,
  hasProblems: (id: string, file: string) =>
    `${id}: Fehler in ${file}; angezeigt werden sie mit: hurdles lint ${file}`,
  migrate: {
    change: (change: ChangeOfIds) => `${changeWords(change)}.`,
    edition: (file: string, found: string, version: string) =>
      `${file}: von Fassung ${found} auf Fassung ${version} gebracht.`,
    noChange: 'An den Antworten war nichts zu ändern.',
    kept: 'Was nicht mehr gilt, bleibt in der Datei unter `x-carried` stehen.',
    renewed: (file: string, version: string) =>
      `${file}: jetzt mit dem Fingerabdruck der heutigen Fassung ${version}. Die Antworten bleiben, wie sie sind.`,
    nothing: (file: string, version: string) =>
      `Nichts zu tun: ${file} gehört zu keiner älteren Fassung als ${version}.`,
  },
  merge: {
    files: (files: readonly string[]) => `Zusammengeführt: ${files.join(', ')}.`,
    file: (file: string, roles: string) => (roles === '' ? file : `${file} (${roles})`),
    one: (file: string) =>
      `Es war nur eine Datei, also gab es nichts zusammenzuführen; die Antworten aus ${file} sind unverändert.`,
    counts: (answered: number, several: number, differing: number) =>
      `${answered === 1 ? '1 Frage ist' : `${answered} Fragen sind`} beantwortet, ${
        several === 0
          ? 'keine von mehreren.'
          : `${several} davon von mehreren; bei ${differing} liegen die Antworten auseinander.`
      }`,
    widest: (title: string, said: string) =>
      `Am weitesten liegen die Antworten bei „${title}“ auseinander: ${said}.`,
    lowest: 'Gezählt wird überall die niedrigste Antwort; wer was sagte, steht daneben.',
    unanswered: 'Das hat noch niemand beantwortet; wissen kann es:',
    unknown: 'Wer gefragt wurde, weiß es nicht; wissen kann es:',
    can: (roles: string, titles: string) => (roles === '' ? titles : `${roles}: ${titles}`),
    notApplicable: 'trifft nicht zu',
    says: (who: string, said: string) => `${who}: ${said}`,
    kept: (title: string, kept: string, others: string) =>
      `${title} – es zählt: ${kept} (anders ${others})`,
    editions: (
      version: string,
      others: readonly { readonly version: string; readonly files: readonly string[] }[],
      left: readonly string[],
    ) =>
      `Achtung: Die neue Datei gilt als nach Fassung ${version} beantwortet; beantwortet wurde nach Fassung ${others.map((one) => `${one.version} (${one.files.join(', ')})`).join(' und ')}. Prüfen Sie, ob die Antworten noch stimmen.${left.length === 0 ? '' : ` Was sich nicht übertragen ließ, steht nur noch in ${left.join(', ')}.`}`,
    agreed: 'Vereinbart war schon, und dabei bleibt es, auch wo eine Rolle anderes sagt:',
    overruled: 'Zum Betrieb sagen die Rollen Verschiedenes; übernommen ist:',
    uses: (uses: readonly { readonly use: string; readonly file: string }[]) =>
      `Achtung: Die Dateien nennen verschiedene KI-Vorhaben: ${uses.map(({ use, file }) => `„${use}“ (${file})`).join(', ')}. Zusammen gehören nur Antworten zu demselben Vorhaben; sind es zwei, löschen Sie die neue Datei.`,
    steps:
      'Zu diesen Schritten steht in den Dateien Verschiedenes; übernommen ist, was am weitesten gediehen ist:',
    step: (title: string, said: string, kept: string) => `${title}: ${said}. Übernommen: ${kept}`,
    head: (title: string): readonly string[] => [
      `Antworten mehrerer Rollen zu „${title}“, zusammengeführt mit „hurdles merge“.`,
      'Unter `sources` steht, wer was gesagt hat; es zählt die niedrigste Antwort.',
      'Haben Sie sich geeinigt, tragen Sie die gemeinsame Antwort ein und streichen `sources` bei dieser Frage.',
    ],
    reportWith: (command: string) => `Den Bericht schreibt: ${command}`,
  },
  fresh: {
    lintWith: (command: string) => `Nach jeder Änderung prüfen: ${command}`,
    testWith: (command: string) => `Die Regeln an Fällen prüfen: ${command}`,
    tryWith: (command: string) => `Ausprobieren: ${command}`,
    goOnWith: (command: string) => `Lieber im Terminal beantworten: ${command}`,
    reportWith: (command: string) => `Den Bericht schreiben: ${command}`,
    answersFile: (id: string) => `${id}-antworten.yaml`,
  },
  sheet: {
    head: (title: string): readonly string[] => [
      `Antworten zu „${title}“`,
      'Schreiben Sie jede Antwort hinter ihren Doppelpunkt, in dieselbe Zeile. Was leer bleibt, ist noch nicht beantwortet.',
      'Mit Notiz und Nachweis: { answer: 2, note: "…", evidence: document } – als Nachweis gehen estimate (geschätzt), example (ein Beispiel), document (ein Dokument) und records (Aufzeichnungen).',
    ],
    updated:
      'Ohne diese Zeile steht im Bericht kein Datum: Nehmen Sie das # weg, setzen Sie Ihren Tag ein. `hurdles interview` trägt ihn von selbst ein.',
    steps:
      'Was Sie beschlossen haben: je Frage eine Zeile unter `steps:` (dann ohne die Klammern {}). Der Status ist open (vorgesehen), doing (läuft), done (erledigt) oder dropped (verworfen). Zum Beispiel:',
    use: 'Worum geht es? Ein paar Worte in Anführungszeichen; sie stehen im Bericht.',
    required: 'Diese Angabe ist nötig; ohne sie lässt sich nicht urteilen.',
    mayBeEmpty: 'Darf leer bleiben.',
    several: (example: string, hasOwnNone: boolean) =>
      `Mehrere sind möglich, immer als Liste, z. B. ${example}${hasOwnNone ? '' : '; [] = nichts davon'}`,
    alone: 'nur für sich allein',
    number: (range: NumberRange, unit: string | null) => {
      const span = rangeWords(range, String);
      const about = [unit, span].filter((part) => part !== null).join(', ');
      const example = span === null ? ', z. B. 12.5' : '';
      return `eine Zahl${about === '' ? '' : ` (${about})`}; mit Punkt statt Komma${example}`;
    },
    text: 'ein Text in Anführungszeichen: "…"',
    unknown: 'weiß ich nicht',
    notApplicable: 'trifft nicht zu',
  },
  cases: {
    summary: (cases: number, failed: number) =>
      cases === 0
        ? 'Es gibt keine Fälle.'
        : failed === 0
          ? cases === 1
            ? '1 Fall, alles wie erwartet.'
            : `${cases} Fälle, alles wie erwartet.`
          : `${failed} von ${cases} Fällen ${failed === 1 ? 'ist' : 'sind'} anders als erwartet.`,
    differs: (expected: string, got: string) => `erwartet ${expected}, ist ${got}`,
    what: {
      level: 'Stufe',
      hurdles: 'Hürde',
      gates: 'Deckel',
      contradictions: 'Widerspruch',
      verdicts: 'Urteil',
      notVerdicts: 'kein Urteil',
      firstSteps: 'erste Schritte',
      notSteps: 'nicht unter den Schritten für jetzt:',
    },
    unmet: {
      gates: (id: string, got: string) =>
        `Der Deckel ${id} sollte wirken, wirkt aber nicht. Es wirken: ${got}`,
      contradictions: (id: string, got: string) =>
        `Der Widerspruch ${id} sollte auffallen, fällt aber nicht auf. Es fallen auf: ${got}`,
      verdicts: (id: string, got: string) =>
        `Das Urteil ${id} sollte feststehen, steht aber nicht fest. Es stehen fest: ${got}`,
      notVerdicts: (id: string) => `Das Urteil ${id} sollte nicht gelten, gilt aber.`,
      notSteps: (id: string) =>
        `${id} sollte nicht unter den Schritten für jetzt sein, ist es aber.`,
    },
    unreached: {
      gates: 'Deckel, die kein Fall erreicht:',
      verdicts: 'Urteile, die kein Fall erreicht:',
      contradictions: 'Widersprüche, die kein Fall erreicht:',
      recommendations: 'Empfehlungen, die kein Fall erreicht:',
    },
    inherited: (count: number) =>
      `Nicht mitgezählt: ${count === 1 ? '1 unverändert übernommene Regel oder Empfehlung' : `${count} unverändert übernommene Regeln oder Empfehlungen`}.`,
  },
  check: {
    demand: {
      kind: (kind: string) => `Kein Urteil der Art „${kind}“`,
      verdict: (id: string) => `Kein Urteil „${id}“`,
      'at-target': 'Überall am Soll',
      level: (level: string) => `Betrieb mindestens auf Stufe ${level}`,
      'hurdle-level': (hurdle: string, level: string) =>
        `„${hurdle}“ mindestens auf Stufe ${level}`,
      coverage: (share: string) => `Mindestens ${share} beantwortet`,
      age: (age: string) => `Höchstens ${age} alt`,
      condition: (id: string) => `Eigene Prüfung „${id}“`,
      'levels-held': 'Keine Stufe gefallen',
      'verdicts-held': 'Kein neues Urteil',
      'answers-held': 'Keine Antwort schlechter',
    },
    age: {
      d: (n: number) => (n === 1 ? '1 Tag' : `${n} Tage`),
      w: (n: number) => (n === 1 ? '1 Woche' : `${n} Wochen`),
      m: (n: number) => (n === 1 ? '1 Monat' : `${n} Monate`),
    },
    scope: {
      quick: 'Das ist ein Kurzcheck: Gefragt wurde nur ein Teil.',
      role: (role: string) =>
        `Das ist die Sicht einer Rolle (${role}): Gefragt wurde nur ein Teil.`,
    },
    provisional: 'vorläufig',
    company: 'Betrieb',
    level: (what: string, level: string) => `${what}: Stufe ${level}`,
    levelRange: (low: string, high: string) => `${low} (möglich bis ${high})`,
    levelFell: (what: string, from: string, to: string) => `${what}: Stufe ${from} → ${to}`,
    levelLost: (what: string, from: string) =>
      `${what}: Stufe ${from} → nicht mehr einstufbar, zu viel ist offen`,
    noLevel: (what: string, why: string) => `${what}: keine Stufe – ${why}`,
    reasons: {
      scope: 'gefragt wurde nur ein Teil (Kurzcheck oder eine Rolle)',
      'not-rateable': 'zu viel ist offen',
      'not-due': 'es ist noch nichts fällig',
      'not-applicable': 'alles trifft nicht zu',
      'no-such-hurdle': 'dieser Fragebogen hat sie nicht',
      undated: 'nicht datiert; das Datum steht unter `updated:`',
      future: 'in der Zukunft datiert',
    },
    nothingDue: (why: string) => `Nichts, was am Soll sein könnte: ${why}`,
    conditionHolds: (id: string) => `Die Bedingung „${id}“ gilt`,
    dated: (day: string) => `Stand vom ${day}`,
    undated: (why: string) => `Die Antworten sind ${why}`,
    covered: (share: string, open: number) =>
      `${share} beantwortet, ${open === 1 ? '1 Frage ist' : `${open} Fragen sind`} offen`,
    notCovered: (why: string) => `Nichts zu beantworten: ${why}`,
    answered: (title: string, level: string | null, answer: string) =>
      level === null ? `${title}: ${answer}` : `${title}, Stufe ${level}: ${answer}`,
    open: {
      unknown: 'weiß noch niemand',
      unanswered: 'noch nicht beantwortet',
      'not-applicable': 'trifft nicht zu',
      'not-due': 'nicht fällig',
    },
    resultOf: { whole: 'Betrieb', core: 'Kernfragen' },
    results: {
      level: (value: string) => `Stufe ${value}`,
      score: (value: string) => `Punktwert ${value}`,
      belowTarget: (count: string) =>
        count === '1' ? '1 Frage unter dem Soll' : `${count} Fragen unter dem Soll`,
      unknown: (share: string) => `${share} der Fragen offen`,
      spread: (levels: string) =>
        `Rollen ${levels === '1' ? '1 Stufe' : `${levels} Stufen`} auseinander`,
    },
    changed: (title: string, from: string, to: string) => `${title}: ${from} → ${to}`,
    withTarget: (said: string, target: string) => `${said} (Soll ${target})`,
    stage: (level: string) => `Stufe ${level}`,
    step: (title: string, rank: string | null) =>
      rank === null ? `Schritt: ${title}` : `Schritt ${rank}: ${title}`,
    findOut: (ids: string, effort: string, count: number) =>
      `Herausfinden: ${ids} · ${count === 1 ? '' : 'je '}${effort}`,
    unanswered: (titles: string) => `Noch nicht beantwortet: ${titles}`,
    status: { open: 'offen', doing: 'läuft', done: 'als erledigt vermerkt', dropped: 'verworfen' },
    days: (effort: string) => (effort === '1' ? '1 Personentag' : `${effort} Personentage`),
    more: (count: number) => (count === 1 ? 'und 1 weiterer Punkt' : `und ${count} weitere Punkte`),
    before: 'schon vorher so, zählt nicht',
    mended: (what: string) => `Seither behoben: ${what}`,
    met: (demands: string) => `Erfüllt: ${demands}`,
    unmet: (demand: string) => `Nicht erfüllt: ${demand}`,
    unmetBefore: (demand: string) => `Nicht erfüllt, aber schon vorher so: ${demand}`,
    notApplicable: (count: number, titles: string) =>
      `${count === 1 ? '1 Antwort lautet' : `${count} Antworten lauten`} „trifft nicht zu“ und ${count === 1 ? 'zählt' : 'zählen'} nirgends: ${titles}`,
    noLongerDue: (count: number, titles: string) =>
      `${count === 1 ? '1 Frage ist' : `${count} Fragen sind`} nicht mehr fällig, weil über den Betrieb oder weiter oben anderes gesagt ist: ${titles}`,
    newlyNotApplicable: 'neu',
    provisionalNote: (titles: string) =>
      `Noch unentschieden, weil Antworten offen sind (mit --strict zählt es): ${titles}`,
    baseline: {
      title: 'Vergleichsstand',
      against: (file: string, day: string | null) =>
        `Verglichen mit ${file}${day === null ? '' : ` vom ${day}`}`,
      remarks: {
        missing: (file: string) =>
          `In ${file} gibt es zu dieser Datei keinen Vergleichsstand: Es zählt alles, was verlangt ist.`,
        unreadable: (file: string) =>
          `Der Vergleichsstand ${file} hat Fehler oder gehört zu einem anderen Fragebogen. Er ist nicht zu vergleichen: Es zählt alles, was verlangt ist.`,
        'other-major': (file: string, version: string) =>
          `Der Vergleichsstand ${file} beantwortet Fassung ${version}, die anderes fragt. Er ist nicht zu vergleichen: Es zählt alles, was verlangt ist.`,
        'other-version': (file: string, version: string) =>
          `Der Vergleichsstand ${file} ist veraltet: Er beantwortet Fassung ${version} des Fragebogens. Legen Sie ihn neu an.`,
        'judged-anew': (file: string) =>
          `Der Vergleichsstand ${file} ist veraltet: Der Fragebogen hat sich seither geändert. Er wurde neu bewertet; legen Sie ihn neu an.`,
        old: (file: string) =>
          `Der Vergleichsstand ${file} ist mehr als ein Jahr älter. Legen Sie ihn neu an.`,
        later: (file: string) =>
          `Der Vergleichsstand ${file} ist jünger als diese Antworten. Sind die Dateien vertauscht?`,
        undated: (file: string) => `Der Vergleichsstand ${file} sagt nicht, von wann er ist.`,
        'other-name': (file: string) => `Der Vergleichsstand ${file} nennt einen anderen Betrieb.`,
        'other-use': (file: string) => `Der Vergleichsstand ${file} nennt ein anderes Vorhaben.`,
        'other-scope': (file: string) =>
          `Der Vergleichsstand ${file} beantwortet andere Fragen (Kurzcheck oder eine Rolle); verglichen ist nur, was in beiden fällig ist, und keine Stufe.`,
      },
    },
    unusable: 'Ließ sich nicht prüfen',
    readable: 'Lässt sich lesen und bewerten',
    summary: {
      met: (files: number) =>
        files === 1
          ? 'Alles Verlangte ist erfüllt.'
          : `${files} Dateien, alles Verlangte ist erfüllt.`,
      below: (files: number, of: number) =>
        of === 1
          ? 'Nicht alles Verlangte ist erfüllt.'
          : `${files} von ${of} Dateien ${files === 1 ? 'erfüllt' : 'erfüllen'} nicht alles Verlangte.`,
      unusable: (files: number) =>
        files === 1
          ? '1 Datei ließ sich nicht prüfen.'
          : `${files} Dateien ließen sich nicht prüfen.`,
      nothing: 'Verlangt ist nichts; so besteht jede Datei.',
    },
  },
  help: {
    usage: 'Aufruf:',
    optionsPlace: '[Optionen]',
    commandPlace: '[Befehl]',
    arguments: 'Angaben:',
    options: 'Optionen:',
    globalOptions: 'Gemeinsame Optionen:',
    commands: 'Befehle:',
    examples: 'Beispiele:',
    program:
      'Ist Ihr Betrieb bereit für sein KI-Vorhaben? Fragt nach den fünf Hürden, urteilt und sagt, was am Montag zu tun ist. Ohne Netz, ohne Konto.',
    interview:
      'Fragen stellen, nach jeder Antwort speichern, später fortsetzen; danach das Ergebnis zeigen',
    report: 'Bericht aus Antworten oder einer gespeicherten Bewertung',
    plan: 'Der Plan: wer was bis wann tut und was erledigt ist; mit --to der günstigste Weg zu einem Ziel',
    planTo:
      'der günstigste Weg dahin: eine Stufe (0, 1, 2 …), at-target (überall am Soll) oder die Kennung eines Urteils',
    planDays: 'das Beste, was sich mit so vielen Personentagen erreichen lässt',
    planFormat:
      'md: Markdown mit Kästchen zum Abhaken, etwa für ein Ticket; csv: eine Tabelle, je Schritt eine Zeile',
    planOutput:
      'Datei, nach deren Endung sich das Format richtet: .md, .csv oder .json (ohne Angabe: Standardausgabe)',
    planJson: 'der Plan als JSON (plan/1)',
    ndjson: 'dasselbe zu jeder von mehreren Dateien, je Datei eine Zeile JSON',
    score: 'Ergebnis im Terminal oder als JSON; mit --ndjson für beliebig viele Antwortbögen',
    scoreFile:
      'Antworten (YAML oder JSON) oder gespeicherte Bewertung; mit --ndjson beliebig viele, auch .ndjson mit einem Bogen je Zeile; - ist die Standardeingabe (mit --ndjson auch ohne Angabe)',
    scoreNdjson:
      'je Antwortbogen eine Zeile JSON (assessment-line/1), in der Reihenfolge der Eingabe',
    full: 'mit --ndjson: ganze Bewertungen wie mit --json, je eine Zeile',
    withMore: 'mit --ndjson: recommendations nimmt die empfohlenen Schritte mit auf',
    fields: 'mit --ndjson: nur diese Felder, z. B. subject.name,overall.level,hurdles.goals.score',
    ndjsonStrict: 'mit --ndjson: an der ersten Zeile enden, die sich nicht beurteilen lässt',
    threads:
      'mit --ndjson: so viele Threads rechnen (ohne Angabe: je Prozessorkern einer, höchstens 8)',
    firstLine:
      'mit --ndjson: Nummer der ersten Zeile, wenn die Eingabe ein Teil einer größeren ist',
    check:
      'Schwelle für die CI: scheitert (Rückgabewert 1), wo nicht erfüllt ist, was verlangt ist, und nennt die Antwort und den Schritt',
    checkAtTarget:
      'jede fällige Frage am eigenen Soll (zu empfehlen: Je nach Stand ist anderes sinnvoll)',
    checkFailOn:
      'diese Urteile dürfen nicht feststehen: stop, simpler, clarify oder die Kennung eines Urteils; mehrere möglich (ohne Angabe: stop; none: keines zählt)',
    checkNoFailOn: 'von den Urteilen nichts verlangen',
    checkStrict: 'auch zählen, was wegen offener Antworten noch unentschieden ist',
    checkMinLevel: 'der Betrieb mindestens auf dieser Stufe',
    checkMin: 'eine Hürde mindestens auf dieser Stufe, z. B. tools=2; mehrfach möglich',
    checkMinCoverage: 'mindestens so viel beantwortet: 0.8 oder 80%',
    checkMaxAge: 'Antworten höchstens so alt: 180d (Tage), 26w (Wochen), 6m (Monate)',
    checkDate: 'der Tag, an dem --max-age gilt (JJJJ-MM-TT; ohne Angabe: heute)',
    checkBaseline:
      'früherer Stand (Antworten oder gespeicherte Bewertung; für mehrere Dateien ein Ordner): Nur was seither schlechter wurde, scheitert',
    checkBaselineName:
      'wie der frühere Stand im Ergebnis heißt, wo er nur eine Kopie ist, z. B. main: (ohne Angabe: wie er angegeben ist)',
    checkFormat:
      'text (sonst), github: Hinweise neben den Zeilen eines Pull Requests, junit: XML für die Testanzeige, json (check/1)',
    checkOutput:
      'in diese Datei schreiben (Format nach der Endung: .xml ist junit); im Terminal bleibt der Text',
    explain:
      'Warum diese Stufe, dieses Urteil, dieser Platz im Plan: jede Zahl mit ihrer Rechnung und was daran etwas ändert',
    explainExamples: [
      'hurdles explain examples/versandhandel.yaml',
      'hurdles explain examples/versandhandel.yaml goals.target',
      "hurdles explain examples/versandhandel.yaml goals --json | jq '.entries[0].result'",
    ],
    explainId:
      'Hürde, Frage (mit ihrer Empfehlung), Profilfrage, Deckel, Urteil oder Widerspruch, mit ihrer Kennung; recommendation:ID, gate:ID, profile:ID usw. unterscheiden, was gleich heißt (sonst: company, der ganze Betrieb)',
    explainJson: 'jeder Rechenschritt als Daten: alle oder nur die zur Kennung',
    compare:
      'Frühere und spätere Antworten vergleichen, oder mit --uses mehrere KI-Vorhaben eines Betriebs',
    compareOld: 'Antworten oder gespeicherte Bewertung, die frühesten; - ist die Standardeingabe',
    compareNew: 'spätere, in zeitlicher Reihenfolge; drei oder mehr Dateien zeigen einen Verlauf',
    compareJson: 'der Vergleich als JSON (comparison/1), wie -f json',
    compareFormat: 'html, md oder json (ohne Angabe: Text im Terminal, mit -o nach der Endung)',
    uses: 'statt des Verlaufs mehrere KI-Vorhaben desselben Betriebs nebeneinander: je Vorhaben eine Datei',
    lint: 'Fragebögen und Antworten prüfen: Fehler mit Datei, Zeile und Spalte, und was vermutlich nicht so gemeint ist',
    lintFormat: 'text (sonst), json oder github: Hinweise neben den Zeilen eines Pull Requests',
    lintFix:
      'berichtigen, worauf es nur eine richtige Antwort gibt, etwa fehlende Anführungszeichen',
    against:
      'mit einer früheren Fassung vergleichen (Datei oder Kennung): Jede geänderte Kennung braucht eine Migration, die neue Fassung die passende Nummer',
    lintStrict: 'auch bei Warnungen scheitern (Rückgabewert 1)',
    test: 'Die Fälle eines Fragebogens prüfen und sagen, welche Regel keiner erreicht',
    questionnaireFile: 'Fragebogen: Datei oder Kennung',
    strict:
      'auch dann 1 zurückgeben, wenn es eine Regel gibt, die kein Fall erreicht (eine übernommene nur, wenn sie geändert ist)',
    caseJson: 'das Ergebnis als JSON',
    list: 'Die Fragebögen, die es gibt: die mitgelieferten und die aus hurdles.config.yaml',
    listJson: 'die Liste als JSON (list/1)',
    migrate: 'Antworten auf eine ältere Fassung des Fragebogens an die jetzige anpassen',
    merge:
      'Antworten mehrerer Rollen zu einer Datei zusammenführen und zeigen, wo sie auseinandergehen',
    mergeFile: 'Antworten je einer Rolle (YAML oder JSON); - ist die Standardeingabe',
    mergeOutput: 'neue Datei; - ist die Standardausgabe',
    prefer: 'Rolle, deren Angaben zum Betrieb gelten, wo sie sich widersprechen; mehrfach möglich',
    names: 'die Namen der Befragten mitnehmen (sonst nur die Rollen)',
    mergeJson: 'die Antworten als JSON (answers/1); ohne -o auf der Standardausgabe',
    migrateFile: 'Antworten (YAML oder JSON); - ist die Standardeingabe',
    migrateOutput: 'andere Datei (ohne Angabe: dieselbe); - ist die Standardausgabe',
    show: 'Einen Fragebogen zum Lesen oder, mit --blank, zum Ausfüllen von Hand ausgeben',
    shown: 'Fragebogen: Datei oder Kennung (ohne Angabe: der von -q)',
    showFormat: 'html oder md (ohne Angabe: md, mit -o nach der Endung)',
    showOutput: 'Datei; - ist die Standardausgabe (ohne Angabe: Standardausgabe)',
    blank: 'als Formular zum Ausfüllen: ohne Punkte, Soll und Empfehlungen',
    new: 'Einen eigenen Fragebogen oder eine Antwortdatei anlegen',
    newQuestionnaire: 'Einen kleinen, vollständigen Fragebogen als Anfang anlegen',
    newAnswers: 'Eine Antwortdatei anlegen, die man in einem Editor ausfüllt',
    newId: 'Kennung des Fragebogens, z. B. wissen-sichern',
    newOutput: 'Datei oder Ordner (ohne Angabe: KENNUNG.yaml); - ist die Standardausgabe',
    newFile: 'Datei oder Ordner (ohne Angabe: hurdles-answers.yaml); - ist die Standardausgabe',
    from: 'aus früheren Antworten übernehmen, was über den Betrieb gesagt ist',
    schema: 'JSON-Schema eines Formats',
    file: 'Antworten (YAML oder JSON) oder gespeicherte Bewertung; - ist die Standardeingabe',
    answersFile: 'Datei mit den Antworten (ohne Angabe: hurdles-answers.yaml)',
    lintFile: 'Fragebogen, Antworten, Erscheinungsbild oder Vorlage',
    format:
      'html, md, json, csv (je Frage eine Zeile), pdf (druckt ein installierter Browser), badge (ein Schild als SVG) oder, mit eigener Vorlage, txt; auch mehrere: html,md',
    brand:
      'eigenes Erscheinungsbild: Name, Logo, Farben (YAML; ohne Angabe: das aus hurdles.config.yaml)',
    template:
      'eigene Vorlage, oder ein Ordner mit eigenen Teilen (Handlebars; siehe docs/templates.md)',
    output: 'Datei oder Ordner (ohne Angabe: Standardausgabe)',
    force: 'auch überschreiben, was nicht wie ein früheres Ergebnis dieses Befehls aussieht',
    forceNew: 'überschreiben, was schon da ist',
    worksheets:
      'die Arbeitsblätter, vorausgefüllt, in diesen Ordner schreiben (Tabellen auch als CSV); ohne -f und -o nur sie',
    withWorksheets: 'die Arbeitsblätter als Anhang des Berichts (HTML, PDF und Markdown)',
    json: 'die ganze Bewertung als JSON',
    quick: 'nur die wichtigsten Fragen (Kurzcheck)',
    plain:
      'Zeile für Zeile fragen: für Bildschirmleser, einfache Terminals und Antworten aus einer Pipe',
    noQuick: 'wieder alle Fragen, auch nach einem Kurzcheck',
    role: 'nur die Fragen dieser Rolle',
    date: 'Tag der Bewertung (JJJJ-MM-TT; ohne Angabe: der Tag der letzten Antwort)',
    lang: 'Sprache: de oder en',
    questionnaire:
      'Fragebogen: Datei oder Kennung (ohne Angabe: der in den Antworten genannte; ohne Antworten der einzige in hurdles.config.yaml, sonst five-hurdles)',
    noConfig: 'hurdles.config.yaml nicht lesen',
    version: 'Version zeigen',
    helpOption: 'diese Hilfe zeigen',
    schemaName:
      'questionnaire, answers, assessment, explanation, plan, comparison, check, lint, test, config, brand oder view',
    exitCodes:
      'Rückgabewerte: 0 erledigt, 1 nicht bestanden (check, test, lint --strict), 2 falsch aufgerufen oder fehlerhafte Datei, 130 abgebrochen.',
    completion: 'Befehle, Optionen und Kennungen in der Shell mit Tab vervollständigen',
    completionShell: 'bash, zsh, fish oder powershell',
    completionWhere: `Damit es bei jedem Start gilt, gehört eine Zeile in die Datei der Shell:
  bash        eval "$(hurdles completion bash)"           in ~/.bashrc
  zsh         eval "$(hurdles completion zsh)"            in ~/.zshrc, nach compinit
  fish        hurdles completion fish | source            in ~/.config/fish/config.fish
  PowerShell  hurdles completion powershell | Out-String | Invoke-Expression
                                                          in $PROFILE`,
  },
  explain: {
    more: (command: string) => `Genauer: ${command}`,
  },
  interview: {
    welcome: (title: string, intro: string) => `${title}. ${intro}`,
    howItGoes:
      'Sie können jederzeit aufhören (s oder Strg+C) und später weitermachen. Nichts verlässt diesen Rechner; bitte schreiben Sie nichts Vertrauliches in freie Texte.',
    whereSaved: (file: string) => `Jede Antwort wird sofort gespeichert: ${file}`,
    whoSees: (role: string, file: string) =>
      `Sie antworten in der Rolle „${role}“. Ihre Antworten und Notizen stehen nur in der Datei ${file}; gesendet wird nichts. Wer die Datei bekommt, liest alles. Führt jemand die Antworten mehrerer Rollen zusammen, steht dort neben jeder Antwort Ihre Rolle; Ihren Namen schreibt dieses Interview nirgends auf. Hat sonst niemand diese Rolle, ist damit klar, dass Sie es waren.`,
    resumed: (answered: number) =>
      answered === 1
        ? 'Weiter geht es: 1 Antwort ist schon da.'
        : `Weiter geht es: ${answered} Antworten sind schon da.`,
    stopped: (file: string, command: string) =>
      `Gespeichert: ${file}. Weiter geht es mit: ${command}`,
    nothingSaved: 'Abgebrochen, bevor etwas zu speichern war.',
    done: (file: string) => `Alle Fragen sind beantwortet und gespeichert: ${file}`,
    reportFile: 'bericht.html',
    reportWith: (command: string) => `Den Bericht zum Weitergeben schreibt: ${command}`,
    changeWith: (command: string) => `Antworten ändern: ${command}`,
    fileComment: (title: string) =>
      `Antworten zu „${title}“. Nach jeder Antwort gespeichert; Kommentare bleiben stehen.`,
    companyName: 'Wie heißt Ihr Betrieb? Der Name steht im Bericht.',
    companyTitle: 'Name des Betriebs',
    yourCompany: 'Zu Ihrem Betrieb',
    hurdle: (number: number, of: number, title: string) => `Hürde ${number} von ${of}: ${title}`,
    progress: ({ number, of, minutes }: Progress) =>
      [
        `Frage ${number} von ${of}`,
        ...(minutes === null
          ? []
          : [minutes === 1 ? 'noch etwa eine Minute' : `noch etwa ${minutes} Minuten`]),
      ].join(' · '),
    commands: {
      back: { key: 'b', does: 'zurück' },
      forward: { key: 'v', does: 'vorwärts' },
      unknown: { key: 'w', does: 'weiß ich nicht' },
      'not-applicable': { key: 'x', does: 'trifft nicht zu' },
      note: { key: 'n', does: 'Notiz' },
      evidence: { key: 'e', does: 'Nachweis' },
      help: { key: 'h', does: 'Hilfe' },
      list: { key: 'a', does: 'alle Antworten' },
      stop: { key: 's', does: 'aufhören' },
    },
    keys: {
      one: '↑ ↓ oder Zahl wählt · Enter bestätigt',
      several: '↑ ↓ bewegt · Leertaste oder Zahl wählt aus · Enter bestätigt',
      line: 'Enter bestätigt · oder ein Buchstabe allein:',
      emptyLine: 'darf leer bleiben',
      help: (page: number, of: number) =>
        page < of ? `Enter blättert weiter (${page} von ${of})` : 'Enter führt zurück zur Frage',
    },
    plain: {
      answers: (count: number) => (count === 1 ? '1 Möglichkeit:' : `${count} Möglichkeiten:`),
      one: (first: string, last: string) => `Bitte eine Zahl von ${first} bis ${last}, dann Enter`,
      several: (first: string, last: string) =>
        `Bitte eine oder mehrere Zahlen von ${first} bis ${last}, durch Komma getrennt, dann Enter`,
      line: 'Bitte schreiben, dann Enter',
      emptyLine: 'Bitte schreiben, dann Enter; darf leer bleiben',
      keep: 'Enter allein behält die Antwort',
      before: (answer: string) => `Bisher: ${answer}`,
      notUnderstood: (typed: string) =>
        typed === '' ? 'Bitte eine Antwort wählen.' : `„${typed}“ steht nicht zur Wahl.`,
    },
    unknown: 'Weiß ich nicht',
    notApplicable: 'Trifft nicht zu',
    notApplicableWith: (reason: string) => `Trifft nicht zu (${reason})`,
    unanswered: 'noch offen',
    leftEmpty: 'leer gelassen',
    reason: 'Warum trifft das nicht zu? Ein paar Worte genügen.',
    reasonTitle: 'Trifft nicht zu',
    several: 'mehrere möglich',
    needsText: 'Bitte ein paar Worte schreiben.',
    needsNumber: 'Bitte eine Zahl eingeben.',
    decimalSign: ',' as ',' | '.',
    number: typedNumber,
    numberRange: (range: NumberRange) => rangeWords(range, typedNumber),
    outsideRange: (range: string) => `Hier ist nur möglich: ${range}.`,
    whichNumber: (typed: string, numbers: readonly string[]) =>
      `„${typed}“ kann ${numbers.join(' oder ')} heißen; bitte so eingeben, wie es gemeint ist.`,
    exclusive: (label: string) => `„${label}“ geht nicht zusammen mit anderen Antworten.`,
    noneOfThese: 'Nichts davon',
    pickOne: 'Bitte mindestens eine Antwort auswählen, dann Enter.',
    quoted: (text: string) => `„${text.replaceAll('„', '‚').replaceAll('“', '‘')}“`,
    help: {
      why: (text: string) => `Warum das gefragt wird: ${text}`,
      example: (text: string) => `Zum Beispiel: ${text}`,
      proof: (text: string) => `Das würde es belegen: ${text}`,
    },
    note: {
      title: 'Notiz',
      ask: 'Ihre Notiz zu dieser Frage (bitte nichts Vertrauliches; leer lassen heißt: keine Notiz)',
      is: (note: string) => `Notiz: ${note}`,
    },
    evidence: {
      title: 'Nachweis',
      ask: 'Worauf stützt sich die Antwort?',
      is: (kind: string) => `Nachweis: ${kind}`,
      none: 'Keine Angabe',
      kinds: {
        estimate: 'Schätzung',
        example: 'Beispiel',
        document: 'Dokument',
        records: 'Aufzeichnungen',
      },
    },
    list: {
      title: 'Alle Antworten',
      ask: 'Wohin möchten Sie?',
      goOn: (title: string) => `Weiter mit: ${title}`,
      showResult: 'Stimmt so: Ergebnis zeigen',
      answer: (title: string, answer: string) => `${title}: ${answer}`,
    },
    review: 'Alle Fragen sind beantwortet. Möchten Sie noch etwas ändern?',
    contradiction: {
      title: 'Eine Rückfrage',
      change: (title: string, answer: string) => `Ändern – ${title}: ${answer}`,
      leave: 'Beides stimmt, so stehen lassen',
    },
    hurdleDone: (title: string, covered: readonly string[], left: number) =>
      `„${title}“ ist besprochen: ${covered.join('; ')}. ${left === 0 ? 'Das waren alle Fragen.' : left === 1 ? 'Es bleibt noch eine Frage.' : `Es bleiben noch ${left} Fragen.`}`,
    unkept: (title: string, beside: string) =>
      `Nicht gespeichert, weil die Antwort auf „${title}“ noch fehlt: ${beside}`,
    changedMeanwhile:
      'Die Datei wurde inzwischen auch anderswo geändert. Beides ist jetzt gespeichert: die Änderung von dort und Ihre Antwort.',
    notSaved: {
      title: 'Nicht gespeichert',
      again: 'Noch einmal versuchen',
      stop: 'Aufhören; diese eine Antwort geht verloren',
      lost: (file: string, command: string) =>
        `Ihre letzte Antwort ist nicht gespeichert; was in ${file} stand, steht dort noch. Weiter geht es mit: ${command}`,
      nothing: (file: string) =>
        `Nichts gespeichert: ${file} ließ sich nicht schreiben. Nennen Sie eine Datei in einem Ordner, in dem Sie schreiben dürfen: hurdles interview DATEI`,
    },
    brokenMeanwhile: (file: string) =>
      `${file} wurde inzwischen anderswo geändert und hat jetzt Fehler; darüber wird nichts geschrieben. Bitte dort beheben und dann noch einmal versuchen.`,
    howLong: (minutes: number) =>
      minutes === 1 ? 'Das dauert etwa eine Minute.' : `Das dauert etwa ${minutes} Minuten.`,
    yes: 'Ja',
    no: 'Nein',
    writeReport: (file: string) => `Den Bericht jetzt schreiben (${file})?`,
    reportExists: (file: string) =>
      `${file} gibt es schon; einen neuen Bericht schreibt der Befehl unten.`,
    stillOpen: (count: number) =>
      count === 1 ? 'Eine Frage ist noch offen.' : `${count} Fragen sind noch offen.`,
    goOnFull: (command: string) =>
      `Gefragt wurde nur ein Teil. Alle übrigen Fragen stellt: ${command}`,
  },
  plan: {
    begin: 'Damit können Sie jetzt anfangen',
    allBegun: 'Alles, was jetzt beginnen kann, läuft schon.',
    phase: { now: 'Jetzt', next: 'Danach', later: 'Später' },
    status: { open: 'offen', doing: 'läuft', done: 'erledigt', dropped: 'verworfen' },
    due: (day: string, overdue: boolean) => (overdue ? `überfällig seit ${day}` : `bis ${day}`),
    placed: {
      verdict: (verdict: string) => `Hilft, dieses Urteil aufzuheben: „${verdict}“`,
      prerequisite: (step: string) => `Voraussetzung für „${step}“`,
    },
    sameVerdict: 'Hilft, dasselbe Urteil aufzuheben',
    after: (steps: readonly number[]) =>
      steps.length === 1
        ? `erst nach Schritt ${steps[0]}`
        : `erst nach den Schritten ${steps.join(', ')}`,
    changes: 'Ändert:',
    changesIfReached: 'Stellt sich heraus, dass das Soll schon erreicht ist:',
    level: (from: string, to: string) => `Betrieb: Stufe ${from} → ${to}`,
    hurdleLevel: (hurdle: string, from: string, to: string) => `${hurdle}: Stufe ${from} → ${to}`,
    score: (from: string, to: string) => `Punktwert ${from} → ${to}`,
    lifts: (verdict: string) => `aufgehoben: „${verdict}“`,
    total: (steps: number, effort: string) =>
      `${steps === 1 ? '1 Schritt' : `${steps} Schritte`}, zusammen ${effort === '1' ? `1${unbroken}Personentag` : `${effort}${unbroken}Personentage`}.`,
    gainNote: '„Ändert“ gilt zusammen mit den Schritten davor, und sobald die Antworten es sagen.',
    done: 'Erledigt',
    unconfirmed: 'Erledigt, aber die Antwort sagt es noch nicht',
    answerAgain: 'bitte neu beantworten',
    still: (level: string | null) =>
      level === null ? 'bisher anders beantwortet' : `bisher Stufe ${level}`,
    stillOpen: 'bisher offen',
    dropped: 'Verworfen',
    stays: (verdict: string) => `Ohne ihn bleibt: „${verdict}“`,
    waits: (step: string) => `Ohne ihn kann nicht beginnen: „${step}“`,
    others: 'Beschlossen, ohne Schritt im Plan',
    why: {
      reached: 'Soll schon erreicht',
      deferred: 'soll noch warten',
      'not-due': 'Frage noch nicht fällig',
      'not-applicable': 'trifft nicht zu',
      open: 'hier verlangt der Plan nichts',
    },
    settled: 'Jeder Schritt des Plans ist als erledigt oder verworfen vermerkt.',
    nothing: 'Kein Schritt nötig: Alles Gefragte erreicht das Soll.',
    nothingYet: 'Noch lässt sich kein Schritt empfehlen. Klären Sie zuerst die offenen Fragen.',
    nothingAdvised:
      'Nicht alles Gefragte erreicht das Soll; der Fragebogen nennt dazu keinen Schritt.',
  },
  route: {
    cheapest: 'Der günstigste Weg',
    cheap: 'Ein günstiger Weg (Näherung)',
    toLevel: (way: string, level: string, name: string) =>
      `${way} zu Stufe ${level}${name === '' ? '' : ` „${name}“`}`,
    toTarget: (way: string) => `${way}, überall das Soll zu erreichen`,
    toLift: (way: string, verdict: string) => `${way}, dieses Urteil aufzuheben: „${verdict}“`,
    toFine: (way: string, verdict: string) => `${way} zu diesem Urteil: „${verdict}“`,
    best: (days: string) =>
      `Das Beste mit ${days === '1' ? '1 Personentag' : `${days} Personentagen`}`,
    good: (days: string) =>
      `Was mit ${days === '1' ? '1 Personentag' : `${days} Personentagen`} geht (Näherung)`,
    isThere: 'Schon erreicht: Dafür ist nichts zu tun.',
    reachOnly: (level: string) =>
      `Mit den Schritten dieses Plans ist das nicht zu erreichen: Alle zusammen führen auf Stufe ${level}.`,
    noLevelThen:
      'Mit den Schritten dieses Plans ist das nicht zu erreichen: Auch nach allen lässt sich noch keine Stufe nennen.',
    unreached: {
      'at-target': 'Auch alle Schritte dieses Plans zusammen bringen nicht alles ans Soll.',
      verdict: 'Auch alle Schritte dieses Plans zusammen heben dieses Urteil nicht auf.',
      fine: 'Auch alle Schritte dieses Plans zusammen führen nicht dahin.',
      days: 'Damit ist nichts zu erreichen.',
    },
    disputed:
      'Schritte genügen dafür nicht. Das Urteil bleibt, solange die Rollen hier so weit auseinanderliegen:',
    settle:
      'Einigen Sie sich, tragen Sie bei jeder dieser Fragen die gemeinsame Antwort ein und streichen Sie dort „sources“. Das kostet keinen Schritt.',
    roughlyUnreached: 'Durchprobiert wurde aber nicht jede Auswahl.',
    wholePlan: 'Den ganzen Plan zeigt derselbe Befehl ohne --to.',
    nothingFits:
      'Mit so wenigen Personentagen ist kein Schritt zu schaffen, der am Ergebnis etwas ändert.',
    targetsReachOnly: (level: string) =>
      `Der Plan ist leer: Alles Gefragte erreicht das Soll, und das führt auf Stufe ${level}.`,
    stoppedBy: (level: string, hurdles: readonly string[]) =>
      `Unter Stufe ${level} ${hurdles.length === 1 ? 'bleibt' : 'bleiben'}: ${hurdles.join(', ')}.`,
    onlyWith: (steps: readonly string[]) =>
      `Erreichbar ist es nur mit ${steps.length === 1 ? 'dem verworfenen Schritt' : 'den verworfenen Schritten'} ${steps.map((step) => `„${step}“`).join(', ')}.`,
    onlyAgain: 'Kein weiterer Schritt: Es ist nur neu zu beantworten, was schon erledigt ist.',
    answerAgain: 'Neu beantworten (erledigt, aber die Antwort sagt es noch nicht)',
    effort: (effort: string, mean: string) =>
      `${effort === '1' ? `1${unbroken}Personentag` : `${effort}${unbroken}Personentage`}${effort === mean ? '' : ` (im Mittel ${mean})`}`,
    held: (mean: string, days: string, effort: string) =>
      `${effort === mean ? mean : `im Mittel ${mean}`} von ${days === '1' ? `1${unbroken}Personentag` : `${days}${unbroken}Personentagen`}${effort === mean ? '' : ` (${effort})`}`,
    sum: (steps: number, findOut: number | null, effort: string, weeks: string) =>
      `${steps === 1 ? '1 Schritt' : `${steps} Schritte`}${findOut === null ? '' : steps === findOut ? ' (nur zum Herausfinden)' : ` (${findOut} davon nur zum Herausfinden)`} · ${effort} · mindestens ${weeks === '1' ? `1${unbroken}Woche` : `${weeks}${unbroken}Wochen`}`,
    afterwards: 'Am Ende',
    level: (from: string | null, to: string | null) =>
      to === null
        ? 'Betrieb: noch keine Stufe'
        : from === null
          ? `Betrieb: noch keine Stufe → ${to}`
          : from === to
            ? `Betrieb: weiter Stufe ${to}`
            : `Betrieb: Stufe ${from} → ${to}`,
    stands: (verdict: string) => `bleibt: „${verdict}“`,
    provenCheapest:
      'Kein anderer Weg braucht weniger Personentage; gerechnet ist mit der Mitte jeder Schätzung.',
    provenBest:
      'Mehr ist damit nicht zu erreichen; gerechnet ist mit der Mitte jeder Schätzung. Vorrang haben Urteile mit „noch nicht“, dann die Stufe, dann der Punktwert.',
    approximation:
      'Das ist eine Näherung: Nicht jede Auswahl wurde durchprobiert, es kann eine günstigere geben.',
    findsOut:
      'Herausfinden zählt so, als wäre das Soll dann erreicht; zeigt sich weniger, kommt der Schritt dazu, der es erreicht.',
    byAnswers:
      'Erledigtes zählt wie bestätigt und ohne Aufwand; Verworfenes bleibt draußen, samt allem, was darauf wartet.',
  },
  result: {
    decide: 'Was jetzt zu entscheiden ist',
    provisional: 'vorläufig; die offenen Fragen entscheiden',
    because: 'Weil:',
    lifted: 'Aufgehoben, wenn',
    first: 'Zuerst:',
    step: (rank: number, title: string) => `Schritt ${rank}, ${title}`,
    level: (level: string) => `Stufe ${level}`,
    unknown: 'weiß noch niemand',
    unanswered: 'noch nicht beantwortet',
    openShare: (hurdle: string, share: string) => `${hurdle}: ${share} der Fragen sind offen`,
    hurdles: 'Die Hürden',
    target: 'Soll',
    enough: 'genügt',
    cappedBy: (why: string) => `gedeckelt: ${why}`,
    countsOnly: {
      level: (title: string, counts: string, why: string) =>
        `„${title}“ zählt nur als Stufe ${counts}: ${why}`,
      points: (title: string, counts: string, why: string) =>
        `„${title}“ zählt nur ${counts} (Punkte): ${why}`,
    },
    cappedByCore: (title: string) => `gedeckelt durch die schwächste Kernfrage: ${title}`,
    reasons: {
      'not-due': 'noch nicht fällig',
      'not-applicable': 'trifft nicht zu',
      scope: 'nicht gefragt',
      'not-rateable': 'noch nicht einstufbar: Zu viel ist offen',
    },
    overall: 'Wo Sie stehen',
    overallLevel: (level: string, name: string) => `Stufe ${level} „${name}“`,
    overallTarget: (level: string) => `sinnvoll in Ihrer Lage: Stufe ${level}`,
    overallEnough: (level: string) => `in Ihrer Lage genügt vorerst Stufe ${level}`,
    noLevel: {
      'not-due': 'Keine Stufe: Es ist noch nichts fällig.',
      scope: 'Keine Stufe für den Betrieb: Gefragt wurde nur ein Teil.',
      'not-rateable': 'Noch keine Stufe: Zu viel ist offen.',
    },
    plus: (above: number) => (above === 1 ? '1 Hürde steht höher' : `${above} Hürden stehen höher`),
    atMostLevel: (level: string) => `möglich bis Stufe ${level}`,
    index: (low: string, high: string | null, isOfPart: boolean) =>
      `Punktwert ${high === null ? low : `${low} bis ${high}`} von 100${isOfPart ? ' (nur dieser Teil; nicht mit dem ganzen Betrieb vergleichbar)' : ''}`,
    answered: (answered: number, of: number) =>
      `${answered} von ${of} ${of === 1 ? 'Frage' : 'Fragen'} beantwortet`,
    notApplicable: (count: number) => `${count} × „trifft nicht zu“`,
    steps: 'Die ersten Schritte',
    days: (effort: string) =>
      effort === '1' ? `1${unbroken}Personentag` : `${effort}${unbroken}Personentage`,
    weeks: (weeks: string) => (weeks === '1' ? `1${unbroken}Woche` : `${weeks}${unbroken}Wochen`),
    findOut: (title: string) => `Herausfinden: ${title}`,
    moreSteps: (count: number) =>
      count === 1
        ? '1 weiterer Schritt steht im Bericht.'
        : `${count} weitere Schritte stehen im Bericht.`,
    contradictions: 'Widersprüche, bitte klären',
    open: 'Offen',
    apart: 'Wo Sie verschiedene Betriebe sehen',
    core: 'Kernfrage',
    blindSpot: ({ one, other, both, better, worse, same }: BlindSpot) =>
      `„${one}“ und „${other}“ haben ${both} ${both === 1 ? 'Frage' : 'Fragen'} gemeinsam: ${better}-mal fällt die Antwort bei „${one}“ besser aus, ${worse}-mal bei „${other}“, ${same}-mal ist sie gleich.`,
    profileApart: 'Auch über den Betrieb selbst sagen sie Verschiedenes:',
    profileStands: (title: string, answer: string) => `${title} – es zählt: ${answer}`,
    said: {
      answered: '–',
      unknown: 'weiß es nicht',
      'not-applicable': 'trifft nicht zu',
    },
    allAgree: (several: number) =>
      several === 1
        ? 'Eine Frage haben mehrere beantwortet, und alle gleich.'
        : `${several} Fragen haben mehrere beantwortet, und alle gleich.`,
    moreApart: (count: number) =>
      count === 1
        ? '1 weitere Frage, bei der die Antworten auseinanderliegen, steht im Bericht.'
        : `${count} weitere Fragen, bei denen die Antworten auseinanderliegen, stehen im Bericht.`,
    note: (note: string) => `„${note}“`,
    onlyRole: (role: string, asked: number, of: number) =>
      `Das ist die Sicht einer Rolle (${role}): ${asked} von ${of} fälligen Fragen.`,
    extents: { whole: 'Ganz', part: 'Zum Teil', none: 'Nicht' },
    covers: (extent: string, titles: string) => `${extent} abgedeckt: ${titles}`,
    rest: (count: number, shared: boolean, roles: string) =>
      `Wer ${count === 1 ? 'die übrige Frage' : `die übrigen ${count} Fragen`} beantworten kann${shared ? ' (manche mehr als eine Rolle)' : ''}: ${roles}`,
    restOf: (role: string, questions: number) => `${role} (${questions})`,
    whoKnows: (roles: string) => `wissen kann es: ${roles}`,
    nothingToDo: 'Kein Schritt nötig: Alles Gefragte erreicht das Soll.',
    unnamed: 'Ohne Namen',
  },
};

export type Words = typeof de;
