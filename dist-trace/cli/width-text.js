/** What `mlsim width` prints of a worst case. */
import { elementFormatName } from "../formats/element.js";
import { MAX_ACCUMULATOR_WIDTH } from "../units/local-accumulator.js";
import { grouped } from "./print.js";
import { borderless } from "./table.js";
export function worstCaseText(found) {
    const { title, formats, accumulatorWidth, capacity, widths, passes, paper, planeUnknown } = found;
    const plane = planeUnknown ? ['the weight gradient sums over the output plane: --input-size says how large that is'] : [];
    return [
        `${title}: ${formats.x} x ${formats.y}, worst case of any operands`,
        `products up to ${grouped(found.largestProduct)}; ${accumulatorWidth} bits hold ${productsText(capacity)}`,
        ...plane,
        '',
        tableText(widths, accumulatorWidth),
        '',
        `${accumulatorWidth} bits here:`,
        ...passes.map((verdict) => `  ${verdictText(verdict, accumulatorWidth)}`),
        '',
        "The paper's choices here:",
        ...paper.flatMap(choiceLines),
    ].join('\n');
}
/** How many products, and how large a square plane of them is. */
function productsText(capacity) {
    if (capacity === 0n)
        return 'not even one product';
    const side = integerRoot(capacity);
    return `${grouped(capacity)} ${capacity === 1n ? 'product' : 'products'} whatever they are: kernels and output planes up to ${side}x${side}`;
}
/** The largest integer whose square is at most n, of which the host's root is off by one at most. */
function integerRoot(n) {
    let root = BigInt(Math.floor(Math.sqrt(Number(n))));
    while (root * root > n)
        root--;
    while ((root + 1n) * (root + 1n) <= n)
        root++;
    return root;
}
function tableText(widths, accumulatorWidth) {
    const cut = widths.some(({ groupSize, nonzero }) => nonzero < groupSize);
    const head = ['layer', 'pass', 'K', 'largest sum', 'bits', 'naive', ...(cut ? ['nonzero', 'bits of layer'] : []), `${accumulatorWidth} bits`, 'Q', 'binary32'];
    const rows = widths.map((one) => [
        one.layer,
        one.pass,
        grouped(one.groupSize),
        grouped(one.largestSum),
        String(one.width),
        String(one.naiveWidth),
        ...(cut ? [grouped(one.nonzero), String(one.layerWidth)] : []),
        one.layerWidth <= accumulatorWidth ? 'fit' : 'overflow',
        String(one.scaler.width),
        one.scaler.roundedOff === 0 ? 'exact' : `-${one.scaler.roundedOff}`,
    ]);
    return borderless(head, 2, rows);
}
/** Whether a width is enough in a pass. */
export function verdictText({ pass, layers, overflowing, widest }, width) {
    const needed = `${widest.layerWidth} bits needed${layers === 1 ? '' : `, by ${widest.layer}`}${widest.layerWidth > MAX_ACCUMULATOR_WIDTH ? ', more than any accumulator has' : ''}`;
    if (overflowing === 0)
        return `${pass}: never overflows (${needed})`;
    const where = layers === 1 ? '' : ` in ${overflowing} of ${layers} layers`;
    return `${pass}: can overflow ${width} bits${where} (${needed})`;
}
function choiceLines({ element, width, capacity, passes }) {
    return [`  ${elementFormatName(element)} with ${width} bits, which hold ${productsText(capacity)}`, ...passes.map((verdict) => `    ${verdictText(verdict, width)}`)];
}
//# sourceMappingURL=width-text.js.map