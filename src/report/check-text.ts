/** What a check found out, as text for a terminal. */
import type { ClassCounts, Counts, Failure, Outcome } from '../golden/check/outcome.ts';
import { classPhrase, differenceLines, readingLine } from './check-lines.ts';
import { registerLines } from './check-registers-text.ts';
import { verdictPhrase, grouped, type CheckedSet } from './check-words.ts';

const MAX_DESCRIBED = 6;

/** The whole report. */
export function checkText(set: CheckedSet, outcome: Outcome): string {
  const parts = [
    [`${set.unit}, set ${set.set}: ${verdictPhrase(outcome)}`, ...countLines(outcome.counts)],
    classLines(outcome),
    outcome.hints.map((hint) => `note: ${hint}`),
    ...(outcome.registers === null ? [] : registerLines(outcome.registers)),
    ...outcome.failures.map((failure) => failureLines(failure, outcome.kind)),
    restLines(outcome),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function countLines(counts: Counts): string[] {
  const rows: [string, number][] = [
    ['matched', counts.matched],
    ['mismatched', counts.mismatched],
    ['unknown', counts.unknown],
    ['missing', counts.missing],
    ['left over', counts.leftOver],
  ];
  const width = Math.max(...rows.map(([, count]) => grouped(count).length));
  const lines = rows.map(([name, count]) => `  ${name.padEnd(10)}  ${grouped(count).padStart(width)}`);
  if (counts.nansAccepted > 0) lines[0] += `, ${grouped(counts.nansAccepted)} of them because any NaN is taken for one`;
  return lines;
}

function classLines({ classes, kind }: Outcome): string[] {
  if (classes.length === 0) return [];
  const width = Math.max(...classes.map(({ name }) => name.length));
  // What a few classes are to find says where to look; of many it only hides the counts.
  const about = (row: ClassCounts): string => (classes.length > MAX_DESCRIBED ? '' : `: ${row.about}`);
  return ['by class', ...classes.map((row) => `  ${row.name.padEnd(width)}  ${classCounts(row)} of ${grouped(row.count)} ${kind === 'results' ? 'cases' : 'cycles'}${about(row)}`)];
}

function classCounts({ mismatched, unknown, missing }: ClassCounts): string {
  const counts = { mismatched, unknown, missing };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${grouped(count)} ${name}`)
    .join(', ');
}

function failureLines({ verdict, index, cycle, class: className, place, operands, results }: Failure, kind: Outcome['kind']): string[] {
  const where = [
    index === null ? '' : `${kind === 'outputs' ? 'output' : 'case'} ${index}`,
    cycle === null ? '' : `cycle ${cycle}`,
    place,
  ].filter((part) => part !== '');
  const width = Math.max(...operands.map(({ name }) => name.length), ...results.map(({ name }) => name.length));
  return [`${where.join(', ')}: ${verdict}${classPhrase(className)}`, ...operands.map((operand) => readingLine(operand, width)), ...results.flatMap((result) => differenceLines(result, width))];
}

function restLines({ failures, counts }: Outcome): string[] {
  if (failures.length === 0) return [];
  const rest = counts.mismatched + counts.unknown + counts.missing + counts.leftOver - failures.length;
  return rest > 0 ? [`and ${grouped(rest)} more (see --errors)`] : [];
}
