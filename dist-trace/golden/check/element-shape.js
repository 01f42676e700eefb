/** The shape of a processing element, from the parameters of a manifest. */
import { InputError } from "../../bits/check.js";
import { DEFAULT_ARRAY, requireArrayParameters } from "../../sim/cycle/parameters.js";
import { stagesOf, stageName } from "../../sim/cycle/stages.js";
/** @throws InputError where a parameter is missing or out of range */
export function elementShape(parameters) {
    const need = (name) => {
        const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        if (value === undefined)
            throw new InputError(`parameters: expected ${name}, found none`);
        return value;
    };
    const array = {
        ...DEFAULT_ARRAY,
        treeWidth: need('TREE_WIDTH'),
        fpAddLatency: need('FP_ADD_LATENCY'),
        fpMulLatency: need('FP_MUL_LATENCY'),
        interleave: need('CONTEXTS'),
        tensorScale: need('TENSOR_SCALE') !== 0,
    };
    requireArrayParameters(array);
    const stages = stagesOf(array);
    const { treeWidth: lanes, fpAddLatency, interleave: contexts } = array;
    return {
        lanes,
        fpAddLatency,
        contexts,
        stages,
        stageNames: Array.from({ length: stages.count }, (_, stage) => stageName(stage, stages, fpAddLatency)),
        outputScale: Object.hasOwn(parameters, 'OUTPUT_SCALE') ? parameters['OUTPUT_SCALE'] : undefined,
    };
}
//# sourceMappingURL=element-shape.js.map