import { widthRows } from "./width-rows.js";
/** A line for each layer and pass. */
export function worstCaseCsv({ widths, accumulatorWidth }) {
    const head = ['layer', 'pass', 'groupSize', 'nonzero', 'largestSum', 'width', 'naiveWidth', 'layerWidth', 'accumulatorWidth', 'fits', 'scaledWidth', 'roundedOff'];
    return table(head, widths.map(({ layer, pass, groupSize, nonzero, largestSum, width, naiveWidth, layerWidth, scaler }) => [
        layer,
        pass,
        groupSize,
        nonzero,
        largestSum,
        width,
        naiveWidth,
        layerWidth,
        accumulatorWidth,
        layerWidth <= accumulatorWidth,
        scaler.width,
        scaler.roundedOff,
    ]));
}
/** A line for each accumulator width. */
export function measurementCsv(measurement) {
    const head = ['width', 'groupsNeeding', 'groupsOverflowing', 'overflowRate', 'wrapChanged', 'wrapSqnr', 'saturateChanged', 'saturateSqnr'];
    return table(head, widthRows(measurement).map(({ width, needing, overflowing, rate, wrap, saturate }) => [
        width,
        needing,
        overflowing,
        rate,
        wrap?.changed ?? 0,
        wrap?.sqnr ?? '',
        saturate?.changed ?? 0,
        saturate?.sqnr ?? '',
    ]));
}
/** A line for each width that groups of given weights need. */
export function knownCsv({ widths }) {
    return table(['width', 'groups'], widths);
}
function table(head, lines) {
    return [head, ...lines].map((line) => line.map((value) => field(String(value))).join(',')).join('\n');
}
function field(text) {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
//# sourceMappingURL=width-csv.js.map