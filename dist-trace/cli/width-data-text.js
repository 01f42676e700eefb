/** What `mlsim width --data` prints. */
import { widthRows } from "../report/width-rows.js";
import { answerText, boundRows, peakText, percentText, scalerText, sqnrText, thousands } from "../report/width-words.js";
import { borderless } from "./table.js";
export function measurementText(measurement, subject) {
    const { shape, worst, needs, trees } = measurement;
    return [
        `${subject.pass} to [${shape.join(',')}]: ${thousands(needs.groups)} groups of ${thousands(worst.groupSize)} products, ${subject.formats.join(' x ')}`,
        peakText(measurement),
        '',
        borderless(['accumulator for', 'bits', 'largest sum'], 1, boundRows(measurement).map(({ what, width, sum }) => [what, String(width), thousands(sum)])),
        '',
        widthTable(measurement),
        '',
        answerText(measurement, subject.accumulatorWidth),
        scalerText(measurement),
        ...(trees === null ? [] : ['', treeTable(trees)]),
    ].join('\n');
}
function widthTable(measurement) {
    const head = ['A', 'groups that need A', 'overflow A', 'rate', 'wrap: changed', 'SQNR', 'saturate: changed', 'SQNR'];
    const rows = widthRows(measurement).map(({ width, needing, overflowing, rate, wrap, saturate }) => [
        String(width),
        thousands(needing),
        thousands(overflowing),
        percentText(rate),
        percentText(wrap?.share ?? 0),
        sqnrText(wrap),
        percentText(saturate?.share ?? 0),
        sqnrText(saturate),
    ]);
    return borderless(head, 0, rows);
}
function treeTable(trees) {
    const rows = trees.map(({ order, width, depth, bound, largest, rms, exact }) => [
        order,
        String(width),
        String(depth),
        bound.toFixed(2),
        largest.toFixed(3),
        rms.toFixed(4),
        percentText(exact),
    ]);
    return `${borderless(['tree', 'T', 'depth', 'bound', 'largest error', 'rms', 'exact'], 1, rows)}\nerrors in units of 2^-24 x sum |x| of an output's terms`;
}
//# sourceMappingURL=width-data-text.js.map