import { reproduce } from "../energy/reproduce/reproduce.js";
import { jsonText, print } from "./print.js";
import { borderless } from "./table.js";
const VERDICTS = { equal: 'equal', inconsistent: 'inconsistent', different: 'DIFFERENT' };
/** Prints the comparison, and sets exit status 1 where a cell differs that should not. */
export function printReproduction(json, reproduction = reproduce()) {
    if (!reproduction.reproduced)
        process.exitCode = 1;
    print(json ? jsonText(reproductionJson(reproduction)) : reproductionText(reproduction));
}
function reproductionJson({ cells, reproduced }) {
    return {
        reproduced,
        convention: 'published',
        cells: cells.map(({ where, what, network, unit, printed, digits, computed, computedAtPrintedDigits, verdict, inconsistent, note }) => ({
            where,
            what,
            network,
            unit,
            printed,
            digits,
            computed,
            computedAtPrintedDigits,
            verdict,
            reason: inconsistent,
            note,
        })),
    };
}
function reproductionText({ cells, reproduced }) {
    const lines = cells.map(({ where, what, network, unit, printed, computedAtPrintedDigits, computed, verdict }) => [
        where,
        `${what}${unit === undefined ? '' : `, ${unit}`}`,
        network ?? '',
        printed,
        computedAtPrintedDigits,
        computed,
        VERDICTS[verdict],
    ]);
    const table = borderless(['where', 'cell', 'network', 'printed', 'computed', 'more digits', ''], 3, lines);
    const inconsistent = cells.filter(({ verdict }) => verdict === 'inconsistent');
    const count = (verdict) => cells.filter((cell) => cell.verdict === verdict).length;
    const notes = cells.filter(({ note, verdict }) => note !== undefined && verdict === 'equal');
    return [
        "The paper's printed cells beside the computed ones: table paper, convention published, one image.\nThat ResNet18 and ResNet34 are paper-resnet18 and paper-resnet34 is inferred from these counts.",
        table,
        section('Inconsistent with the paper\'s own arithmetic:', inconsistent, ({ inconsistent: reason }) => reason),
        section('Notes:', notes, ({ note }) => note),
        `${cells.length} cells: ${count('equal')} equal at the printed digits, ${count('inconsistent')} inconsistent for a known reason, ${count('different')} different${reproduced ? '' : ': not reproduced'}`,
    ].join('\n\n');
}
/** Cells with what is said about them; the same text once. */
function section(title, cells, textOf) {
    const texts = new Map();
    for (const cell of cells) {
        const text = textOf(cell) ?? '';
        texts.set(text, [...(texts.get(text) ?? []), `${cell.where} ${cell.what}${cell.network === undefined ? '' : ` (${cell.network})`}`]);
    }
    return [title, ...[...texts].map(([text, names]) => `- ${names.join('; ')}: ${text}`)].join('\n');
}
//# sourceMappingURL=energy-reproduce.js.map