/** The formats and accumulators that the paper chose, and what holds for each. */
import { elementFormat } from "../formats/element.js";
import { groupScaleFormat } from "../formats/group-scale.js";
import { PASSES } from "../sim/convolution.js";
import { capacity } from "./bounds.js";
import { layerWidths } from "./layer-widths.js";
/** <2,4> with 32 bits, <2,1> with 16, <1,1> with 8. */
export const PAPER_CHOICES = [
    { element: elementFormat(2, 4), width: 32 },
    { element: elementFormat(2, 1), width: 16 },
    { element: elementFormat(1, 1), width: 8 },
];
const SCALE = groupScaleFormat(8, 1);
/** What holds for a choice in the passes of layers. */
export function judgeChoice(choice, runs) {
    const { element, width } = choice;
    const formats = { x: element, y: element, xScale: SCALE, yScale: SCALE };
    return { ...choice, capacity: capacity(formats, width), passes: passVerdicts(layerWidths(runs, formats), width) };
}
/** What holds for a width, pass by pass. */
export function passVerdicts(widths, width) {
    return PASSES.flatMap((pass) => {
        const of = widths.filter((one) => one.pass === pass);
        if (of.length === 0)
            return [];
        const overflowing = of.filter(({ layerWidth }) => layerWidth > width).length;
        return [{ pass, layers: of.length, overflowing, widest: of.reduce((most, one) => (one.layerWidth > most.layerWidth ? one : most)) }];
    });
}
//# sourceMappingURL=paper-choices.js.map