import { classPhrase, differenceLines, readingLine } from "./check-lines.js";
import { registerLines } from "./check-registers-text.js";
import { verdictPhrase, grouped } from "./check-words.js";
const MAX_DESCRIBED = 6;
/** The whole report. */
export function checkText(set, outcome) {
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
function countLines(counts) {
    const rows = [
        ['matched', counts.matched],
        ['mismatched', counts.mismatched],
        ['unknown', counts.unknown],
        ['missing', counts.missing],
        ['left over', counts.leftOver],
    ];
    const width = Math.max(...rows.map(([, count]) => grouped(count).length));
    const lines = rows.map(([name, count]) => `  ${name.padEnd(10)}  ${grouped(count).padStart(width)}`);
    if (counts.nansAccepted > 0)
        lines[0] += `, ${grouped(counts.nansAccepted)} of them because any NaN is taken for one`;
    return lines;
}
function classLines({ classes, kind }) {
    if (classes.length === 0)
        return [];
    const width = Math.max(...classes.map(({ name }) => name.length));
    // What a few classes are to find says where to look; of many it only hides the counts.
    const about = (row) => (classes.length > MAX_DESCRIBED ? '' : `: ${row.about}`);
    return ['by class', ...classes.map((row) => `  ${row.name.padEnd(width)}  ${classCounts(row)} of ${grouped(row.count)} ${kind === 'results' ? 'cases' : 'cycles'}${about(row)}`)];
}
function classCounts({ mismatched, unknown, missing }) {
    const counts = { mismatched, unknown, missing };
    return Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${grouped(count)} ${name}`)
        .join(', ');
}
function failureLines({ verdict, index, cycle, class: className, place, operands, results }, kind) {
    const where = [
        index === null ? '' : `${kind === 'outputs' ? 'output' : 'case'} ${index}`,
        cycle === null ? '' : `cycle ${cycle}`,
        place,
    ].filter((part) => part !== '');
    const width = Math.max(...operands.map(({ name }) => name.length), ...results.map(({ name }) => name.length));
    return [`${where.join(', ')}: ${verdict}${classPhrase(className)}`, ...operands.map((operand) => readingLine(operand, width)), ...results.flatMap((result) => differenceLines(result, width))];
}
function restLines({ failures, counts }) {
    if (failures.length === 0)
        return [];
    const rest = counts.mismatched + counts.unknown + counts.missing + counts.leftOver - failures.length;
    return rest > 0 ? [`and ${grouped(rest)} more (see --errors)`] : [];
}
//# sourceMappingURL=check-text.js.map