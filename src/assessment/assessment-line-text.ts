import type { AssessmentLine, HurdleLine } from './assessment-line-format.ts';

/**
 * A line as JSON: what JSON.stringify makes of it, which a test holds, three times as fast. Of a million lines the writing
 * would otherwise take longer than the judging.
 *
 * @param text writes what somebody has said, quotation marks and all; the rest is ASCII and harmless
 */
export function lineText(line: AssessmentLine, text: Written = JSON.stringify): string {
  const { file, line: number, questionnaire, scope, overall, recommendations } = line;
  return `{${file === undefined ? '' : `"file":${text(file)},`}${
    number === undefined ? '' : `"line":${number},`
  }"format":"assessment-line/1","questionnaire":{"id":"${questionnaire.id}","version":"${questionnaire.version}"${
    questionnaire.answered === undefined ? '' : `,"answered":${text(questionnaire.answered)}`
  }},"subject":${subjectText(line.subject, text)}${
    scope === undefined ? '' : `,"scope":${JSON.stringify(scope)}`
  },"date":${line.date === null ? null : `"${line.date}"`},"overall":{"level":${overall.level},"levelHigh":${
    overall.levelHigh
  },"target":${overall.target},"plus":${overall.plus},"above":${overall.above},"score":${
    overall.score
  },"scoreHigh":${overall.scoreHigh},"coverage":${overall.coverage},"atTarget":${
    overall.atTarget
  },"due":${overall.due},"unknown":${overall.unknown},"unanswered":${
    overall.unanswered
  },"notApplicable":${overall.notApplicable},"reason":${idText(overall.reason)}},"hurdles":{${hurdlesText(
    line.hurdles,
  )}},"gates":${idsText(line.gates)},"verdicts":${verdictsText(line.verdicts)},"contradictions":${idsText(
    line.contradictions,
  )}${recommendations === undefined ? '' : `,"recommendations":${JSON.stringify(recommendations)}`}}`;
}

type Written = (said: string) => string;

function hurdlesText(hurdles: AssessmentLine['hurdles']): string {
  let all = '';
  for (const id in hurdles) {
    const one = hurdles[id] as HurdleLine;
    all += `${all === '' ? '' : ','}"${id}":{"level":${one.level},"levelHigh":${one.levelHigh},"plus":${
      one.plus
    },"score":${one.score},"scoreHigh":${one.scoreHigh},"atTarget":${one.atTarget},"coverage":${
      one.coverage
    },"reason":${idText(one.reason)},"limits":${idsText(one.limits)}}`;
  }
  return all;
}

function verdictsText(verdicts: AssessmentLine['verdicts']): string {
  let all = '';
  for (const { id, kind, certain } of verdicts) {
    all += `${all === '' ? '' : ','}{"id":"${id}","kind":"${kind}","certain":${certain}}`;
  }
  return `[${all}]`;
}

function subjectText({ name, use }: AssessmentLine['subject'], text: Written): string {
  if (name === undefined) return use === undefined ? '{}' : `{"use":${text(use)}}`;
  return `{"name":${text(name)}${use === undefined ? '' : `,"use":${text(use)}`}}`;
}

// Ids are letters, digits, hyphens and dots: nothing in them is to be escaped.
function idsText(ids: readonly string[]): string {
  return ids.length === 0 ? '[]' : `["${ids.join('","')}"]`;
}

function idText(id: string | null): string {
  return id === null ? 'null' : `"${id}"`;
}
