import { elementOf } from "./element-table.js";
import { NO_SCALE, sampledMultipliers, scaleWord } from "./folding.js";
import { jobOf } from "./matrix-form.js";
/** Which codes have been seen, none between two calls. */
const seen = new Uint8Array(2 ** 16);
/** The codes that occur, ascending. */
export function codesIn(codes) {
    // Eight at a time where they lie so: reading costs as much as marking.
    const aligned = codes.byteOffset % 4 === 0 ? codes.length & ~7 : 0;
    let bits = 0;
    if (aligned > 0) {
        const words = new Int32Array(codes.buffer, codes.byteOffset, aligned / 2);
        for (let i = 0; i < words.length; i += 4) {
            const a = words[i];
            const b = words[i + 1];
            const c = words[i + 2];
            const d = words[i + 3];
            bits |= a | b | c | d;
            seen[a & 0xffff] = 1;
            seen[a >>> 16] = 1;
            seen[b & 0xffff] = 1;
            seen[b >>> 16] = 1;
            seen[c & 0xffff] = 1;
            seen[c >>> 16] = 1;
            seen[d & 0xffff] = 1;
            seen[d >>> 16] = 1;
        }
    }
    bits = (bits | (bits >>> 16)) & 0xffff;
    for (let i = aligned; i < codes.length; i++) {
        bits |= codes[i];
        seen[codes[i]] = 1;
    }
    const found = [];
    for (let code = 0; code <= bits; code++) {
        if (seen[code] === 0)
            continue;
        found.push(code);
        seen[code] = 0;
    }
    return found;
}
/** Codes that are looked at between two looks at what they have in common. */
const COVERED_CODES = 2 ** 14;
/** A number of ones, at most `most`, that no code exceeds; undefined where some code does. Found in a third of the time that it takes to find all codes. */
export function coverOf(codes, most) {
    let bits = 0;
    for (let start = 0; start < codes.length; start += COVERED_CODES) {
        bits |= allBits(codes.subarray(start, start + COVERED_CODES));
        if (bits > most)
            return undefined;
    }
    return 2 ** (32 - Math.clz32(bits)) - 1;
}
/** The bits that any code has. */
function allBits(codes) {
    const aligned = codes.byteOffset % 4 === 0 ? codes.length & ~15 : 0;
    const words = aligned > 0 ? new Int32Array(codes.buffer, codes.byteOffset, aligned / 2) : new Int32Array(0);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < words.length; i += 8) {
        a |= words[i] | words[i + 1];
        b |= words[i + 2] | words[i + 3];
        c |= words[i + 4] | words[i + 5];
        d |= words[i + 6] | words[i + 7];
    }
    let bits = a | b | c | d;
    bits |= bits >>> 16;
    for (let i = aligned; i < codes.length; i++)
        bits |= codes[i];
    return bits & 0xffff;
}
/** The ranges of any operands of the formats, with scales as they occur: known without a look at most elements. Multipliers are looked for when asked for. */
export function formatRanges(form, datapath, x, y, scales) {
    const xMax = largestOf(datapath.xIntegers);
    return {
        xMax,
        yMax: largestOf(datapath.yIntegers),
        xPlaneSum: form.taps * xMax,
        xFactors: occurring(scales.x),
        yFactors: occurring(scales.y),
        decodes: elementOf(datapath.xIntegers) !== undefined,
        get xMultipliers() {
            return sampledMultipliers(form.rows * form.channelGroups, form.groups, scaleWords(scales.x), x.scales, (row, group) => {
                const inGroup = row % form.rows;
                return ((row - inGroup) / form.rows) * form.x.ofChannelGroup + inGroup * form.x.ofRow + group * form.x.ofGroup;
            });
        },
        get yMultipliers() {
            return form.y.ofPlane > 0 ? [] : sampledMultipliers(form.jobs, form.groups, scaleWords(scales.y), y.scales, (job, group) => jobOf(form, job).y + group * form.y.ofGroup);
        },
    };
}
/** The words of scales by code. */
export function scaleWords({ codes, factors }) {
    const words = new Int32Array((codes.at(-1) ?? -1) + 1).fill(NO_SCALE);
    for (const [code, factor] of factors)
        words[code] = scaleWord(factor);
    return words;
}
/** The factors of groups that aren't zeros alone. */
export function occurring({ factors }) {
    return [...factors.values()].filter((factor) => factor > 0);
}
/** The ranges of the operands at hand, the largest sum of magnitudes over a plane of X included. */
export function measuredRanges(taps, datapath, x, y, known) {
    const magnitudes = datapath.xIntegers.map(Math.abs);
    let xPlaneSum = 0;
    for (let start = 0; start < x.codes.length; start += taps) {
        let sum = 0;
        for (let k = start; k < start + taps; k++)
            sum += magnitudes[x.codes[k]];
        xPlaneSum = Math.max(xPlaneSum, sum);
    }
    const most = (codes, integers) => codesIn(codes).reduce((max, code) => Math.max(max, Math.abs(integers[code])), 0);
    return { ...known, xMax: most(x.codes, datapath.xIntegers), yMax: most(y.codes, datapath.yIntegers), xPlaneSum };
}
/** A factor below this may be that of a group of zeros, which has the smallest scale. */
const SMALL = 2 ** -32;
/** The scales of an operand. */
export function scalesOf(operand, integers, factor) {
    const codes = codesIn(operand.scales);
    const factors = new Map();
    const small = [];
    for (const code of codes) {
        const value = factor(code);
        factors.set(code, value);
        if (value < SMALL)
            small.push(code);
    }
    for (const code of onlyZeros(operand, small, integers))
        factors.set(code, 0);
    return { codes, factors };
}
/** Those of some scale codes that only groups of zeros have: their terms are 0 with any factor. */
function onlyZeros(operand, codes, integers) {
    const open = new Set(codes);
    if (open.size === 0)
        return open;
    const isOpen = new Uint8Array(Math.max(...codes) + 1);
    for (const code of codes)
        isOpen[code] = 1;
    const planeSize = operand.shape[2] * operand.shape[3];
    for (let plane = 0; plane < operand.scales.length && open.size > 0; plane++) {
        const code = operand.scales[plane];
        if (isOpen[code] !== 1 || isZero(operand.codes, plane * planeSize, planeSize, integers))
            continue;
        isOpen[code] = 0;
        open.delete(code);
    }
    return open;
}
function isZero(codes, start, count, integers) {
    for (let i = start; i < start + count; i++)
        if (integers[codes[i]] !== 0)
            return false;
    return true;
}
/** The largest magnitude of integers. */
export function largestOf(integers) {
    return integers.reduce((max, integer) => Math.max(max, Math.abs(integer)), 0);
}
//# sourceMappingURL=ranges.js.map