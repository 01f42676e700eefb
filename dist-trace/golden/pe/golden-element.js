/** The reference model of the element, driven by nothing but the inputs that a design gets. */
import { ClockedElement } from "../../sim/cycle/clocked-element.js";
import { placeFields, wordBits } from "../fields.js";
import { PackedWord } from "./packed-word.js";
import { arrayOf, datapathOf } from "./parameters.js";
import { registerFields } from "./pe-fields.js";
/** Which output a pair belongs to is the stimulus' business: the model gets the pairs of one cycle as an output of one chunk. */
const OUTPUT = 0;
export class GoldenElement {
    make;
    element;
    inputs;
    visible;
    constructor(parameters, outputScale) {
        const datapath = datapathOf(parameters);
        const observer = {
            output: (_index, bits) => {
                this.visible = bits;
            },
            overflow: () => undefined,
        };
        this.make = () => new ClockedElement(datapath, arrayOf(parameters), outputScale, () => this.operands(), observer);
        this.element = this.make();
    }
    get banks() {
        return this.element.banks;
    }
    /** One clock edge. @returns the output that becomes visible with it */
    clock(inputs) {
        this.visible = undefined;
        if (inputs.reset) {
            // Nothing is left of what was in flight.
            this.element = this.make();
            return undefined;
        }
        this.inputs = inputs;
        const { first, last, chunkFirst, chunkLast, context } = inputs;
        if (inputs.valid)
            this.element.assign(context, OUTPUT);
        this.element.clock({ issue: inputs.valid, first, last, chunkFirst, chunkLast, context, chunk: 0, k: 0 });
        return this.visible;
    }
    /** The lanes of the current cycle as groups of one pair. */
    operands() {
        const { inputs } = this;
        if (inputs === undefined)
            throw new Error('no inputs yet');
        const idle = inputs.laneValid.indexOf(0);
        return {
            groupCount: idle === -1 ? inputs.laneValid.length : idle,
            groupSize: 1,
            x: (g) => inputs.x[g],
            y: (g) => inputs.y[g],
            xScale: (g) => inputs.xScale[g],
            yScale: (g) => inputs.yScale[g],
            xTensorScale: 0,
            yTensorScale: 0,
        };
    }
}
/** Makes the register words of an element's banks. Only registers that changed since the word before are put again. */
export function registersWriter(parameters) {
    const specs = registerFields(parameters);
    const fields = placeFields(specs);
    const word = new PackedWord(wordBits(specs));
    const shown = fields.map(({ lanes }) => new Array(lanes).fill(0n));
    return (banks) => {
        let next = 0;
        for (const { values } of banks) {
            if (values.length === 0)
                continue;
            const { lsb, width } = fields[next];
            const before = shown[next++];
            for (let i = 0; i < values.length; i++) {
                const value = BigInt(values[i]);
                if (value === before[i])
                    continue;
                before[i] = value;
                word.putInteger(lsb + i * width, width, value);
            }
        }
        return word.hex();
    };
}
//# sourceMappingURL=golden-element.js.map