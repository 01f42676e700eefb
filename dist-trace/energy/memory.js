/**
 * Memory traffic, an extra that the paper's model doesn't have: what the tensors of a network cost if each crosses the memory interface once.
 *
 * Assumptions, all in favour of large on-chip buffers: in every pass of a convolution or fully connected layer, both operands are read once from
 * DRAM in their stored format and the result is written once in binary32; every word so moved is also written to and read from a 1 MB SRAM once.
 * Normalization, additions and the weight update, and any second reading of a tensor, are left out. Accesses are whole words of the memory.
 */
import { InputError } from "../bits/check.js";
import { elementCount } from "../bits/shape.js";
import { inputShape, outputShape, weightShape } from "../networks/layer.js";
import { CONV_PASSES, isFirstConvolution } from "./counts.js";
import { horowitzTable } from "./tables/tables.js";
export const MEMORY_ASSUMPTIONS = 'in every pass of every layer both operands are read once from DRAM as stored and the result is written once in binary32, each word through a 1 MB SRAM; nothing is read twice';
/** Stored bits of an element, and of the scale of a plane: <2,4> elements have 7 bits, <8,1> scales 9. */
const STORED = {
    fp32: { element: 32n, plane: 0n },
    fp8: { element: 8n, plane: 0n },
    int8: { element: 8n, plane: 0n },
    mls: { element: 7n, plane: 9n },
};
/** The traffic with the first table that has memory costs, else with Horowitz's. @throws InputError */
export function memoryTraffic(request) {
    const costs = request.tables.find(({ memory }) => memory !== undefined)?.memory ?? horowitzTable.memory;
    const sram = costs?.sram.toSorted((a, b) => b.bytes - a.bytes).at(0);
    if (costs === undefined || sram === undefined)
        throw new InputError('--memory: expected a table with memory.sram, found none');
    if (sram.accessBits !== costs.dram.accessBits) {
        throw new InputError(`--memory: expected SRAM and DRAM words of one width, found ${sram.accessBits} and ${costs.dram.accessBits} bits`);
    }
    return {
        source: costs.source,
        assumptions: MEMORY_ASSUMPTIONS,
        accessBits: costs.dram.accessBits,
        arithmetics: request.arithmetics.map((arithmetic) => traffic(request, arithmetic, costs, BigInt(sram.access_fJ))),
    };
}
function traffic(request, arithmetic, { dram }, sram_fJ) {
    const wordBits = BigInt(dram.accessBits);
    const words = request.topology.layers.reduce((sum, layer) => sum + layerWords(layer, request, arithmetic, wordBits), 0n);
    return {
        arithmetic,
        words,
        bytes: (words * wordBits) / 8n,
        dramLow: words * BigInt(dram.low_fJ),
        dramHigh: words * BigInt(dram.high_fJ),
        sram: 2n * words * sram_fJ,
    };
}
function layerWords(layer, scope, arithmetic, wordBits) {
    const inBinary32 = layer.kind === 'fc' || (isFirstConvolution(layer) && scope.convention.firstConvolution === 'fp32');
    const { element, plane } = STORED[inBinary32 ? 'fp32' : arithmetic];
    const images = BigInt(scope.batch);
    const words = (bits) => (bits + wordBits - 1n) / wordBits;
    const [w, a, z] = [weightShape(layer), inputShape(layer, 1), outputShape(layer, 1)];
    const stored = ([d0, d1, ...plane2d]) => BigInt(d0) * BigInt(d1) * (BigInt(elementCount(plane2d)) * element + plane);
    const binary32 = (shape) => 32n * BigInt(elementCount(shape));
    const weights = words(stored(w));
    const activations = words(stored(a) * images);
    const errors = words(stored(z) * images);
    const passes = {
        forward: weights + activations + words(binary32(z) * images),
        weightGradient: errors + activations + words(binary32(w)),
        inputGradient: layer.fromInput ? 0n : weights + errors + words(binary32(a) * images),
    };
    const made = scope.workload === 'training' ? CONV_PASSES : ['forward'];
    return made.reduce((sum, pass) => sum + passes[pass], 0n);
}
//# sourceMappingURL=memory.js.map