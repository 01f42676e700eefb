/** The vector set of a processing element: stimulus, golden outputs and golden registers of every cycle. */
import { finish } from "../../bits/steps.js";
import { placeFields } from "../fields.js";
import { dutText } from "./dut.js";
import { GoldenElement, registersWriter } from "./golden-element.js";
import { stimulusWriter } from "./inputs.js";
import { outputScaleOf, requirePeParameters, rtlParameters } from "./parameters.js";
import { outputFields, registerFields, stimulusFields } from "./pe-fields.js";
import { cycles, cyclesWanted, requirePeOptions } from "./program.js";
import { testbenchText } from "./testbench.js";
const STIMULUS = 0;
const OUTPUTS = 1;
const REGISTERS = 2;
const CYCLES_BETWEEN_PROGRESS = 256;
/** @throws InputError, TypeError for a parameter or an option out of range */
export function peSource(parameters, options) {
    requirePeParameters(parameters);
    requirePeOptions(options);
    const outputScale = outputScaleOf(options.seed);
    let classes;
    function* generate(sink) {
        classes = yield* play(parameters, options, outputScale, sink);
        return classes;
    }
    return {
        unit: 'pe',
        parameters: { ...rtlParameters(parameters), OUTPUT_SCALE: outputScale },
        files: [
            { name: 'stimulus.hex', role: 'stimulus', fields: placeFields(stimulusFields(parameters)) },
            { name: 'outputs.hex', role: 'outputs', fields: placeFields(outputFields()) },
            { name: 'registers.hex', role: 'registers', fields: placeFields(registerFields(parameters)) },
        ],
        generate,
        testbench: (set, files) => testbenchText(parameters, { set, files, outputScale, classes: classes ?? finish(generate(() => undefined)) }),
        dut: () => dutText(parameters),
    };
}
/** Plays the program to the reference model. */
function* play(parameters, options, outputScale, sink) {
    const element = new GoldenElement(parameters, outputScale);
    const stimulusWord = stimulusWriter(parameters);
    const registersWord = registersWriter(parameters);
    const wanted = cyclesWanted(options);
    let cycle = 0;
    const classes = [];
    for (const { segment: { name, about }, inputs } of cycles(parameters, options, () => cycle)) {
        sink(STIMULUS, stimulusWord(inputs));
        sink(REGISTERS, registersWord(element.banks));
        const out = element.clock(inputs);
        if (classes.at(-1)?.name !== name)
            classes.push({ name, about, first: cycle, count: 0 });
        classes[classes.length - 1].count++;
        cycle++;
        // What the edge at the end of a cycle loads is visible in the next one.
        if (out !== undefined)
            sink(OUTPUTS, hex32(cycle) + hex32(out));
        if (cycle % CYCLES_BETWEEN_PROGRESS === 0)
            yield { done: Math.min(cycle, wanted), total: wanted };
    }
    return classes;
}
function hex32(word) {
    return word.toString(16).padStart(8, '0');
}
//# sourceMappingURL=source.js.map