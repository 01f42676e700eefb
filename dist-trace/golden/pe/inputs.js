/** What an element takes in one cycle. */
import { placeFields, wordBits } from "../fields.js";
import { contextBits } from "./parameters.js";
import { PackedWord } from "./packed-word.js";
import { stimulusFields } from "./pe-fields.js";
/** Inputs that are all zero. */
export function zeroInputs({ treeWidth }) {
    return {
        reset: false,
        valid: false,
        first: false,
        last: false,
        chunkFirst: false,
        chunkLast: false,
        context: 0,
        laneValid: new Uint8Array(treeWidth),
        x: new Uint16Array(treeWidth),
        y: new Uint16Array(treeWidth),
        xScale: new Uint16Array(treeWidth),
        yScale: new Uint16Array(treeWidth),
    };
}
/** Random inputs of a cycle without a pair: what nobody may look at wiggles, so that a register that loads without its enable shows. */
export function scramble(inputs, p, random) {
    const control = random.word();
    inputs.reset = false;
    inputs.valid = false;
    inputs.first = (control & 1) !== 0;
    inputs.last = (control & 2) !== 0;
    inputs.chunkFirst = (control & 4) !== 0;
    inputs.chunkLast = (control & 8) !== 0;
    inputs.context = (control >>> 4) % 2 ** contextBits(p);
    for (let lane = 0; lane < p.treeWidth; lane++) {
        // Codes have at most 16 bits and scales at most 9, so a word is enough for two of them.
        const codes = random.word();
        const scales = random.word();
        inputs.x[lane] = (codes & 0xffff) % 2 ** p.element.codeBits;
        inputs.y[lane] = (codes >>> 16) % 2 ** p.elementY.codeBits;
        inputs.xScale[lane] = (scales & 0xffff) % 2 ** p.scale.codeBits;
        inputs.yScale[lane] = ((scales >>> 16) & 0x7fff) % 2 ** p.scaleY.codeBits;
        inputs.laneValid[lane] = scales >>> 31;
    }
}
/** Makes the stimulus words of inputs. */
export function stimulusWriter(p) {
    const specs = stimulusFields(p);
    const fields = new Map(placeFields(specs).map((placed) => [placed.name, placed]));
    const word = new PackedWord(wordBits(specs));
    const put = (name, values) => {
        const placed = fields.get(name);
        if (placed === undefined)
            throw new Error(`no field ${name}`);
        for (let lane = 0; lane < placed.lanes; lane++)
            word.put(placed.lsb + lane * placed.width, placed.width, values[lane]);
    };
    return (inputs) => {
        put('reset', [Number(inputs.reset)]);
        put('in_valid', [Number(inputs.valid)]);
        put('in_first', [Number(inputs.first)]);
        put('in_last', [Number(inputs.last)]);
        put('in_chunk_first', [Number(inputs.chunkFirst)]);
        put('in_chunk_last', [Number(inputs.chunkLast)]);
        put('in_context', [inputs.context]);
        put('in_lane_valid', inputs.laneValid);
        put('in_x', inputs.x);
        put('in_y', inputs.y);
        put('in_scale_x', inputs.xScale);
        put('in_scale_y', inputs.yScale);
        return word.hex();
    };
}
//# sourceMappingURL=inputs.js.map