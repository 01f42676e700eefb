/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011):
 * ten rounds map a 128-bit counter and a 64-bit key to four 32-bit words, so that any word is found without those before it.
 */
const MULTIPLIER_0 = 0xd251_1f53;
const MULTIPLIER_1 = 0xcd9e_8d57;
const WEYL_0 = 0x9e37_79b9;
const WEYL_1 = 0xbb67_ae85;
const ROUNDS = 10;
/**
 * Writes the four output words of one block to `out`.
 * @param counter four words in [0, 2^32), least significant first @param key two words in [0, 2^32) @param out at least four words
 */
export function philox4x32(counter, key, out) {
    let c0 = counter[0];
    let c1 = counter[1];
    let c2 = counter[2];
    let c3 = counter[3];
    let k0 = key[0];
    let k1 = key[1];
    for (let round = 0; round < ROUNDS; round++) {
        const high0 = multiplyHigh(MULTIPLIER_0, c0);
        const low0 = Math.imul(MULTIPLIER_0, c0);
        const high1 = multiplyHigh(MULTIPLIER_1, c2);
        const low1 = Math.imul(MULTIPLIER_1, c2);
        c0 = high1 ^ c1 ^ k0;
        c1 = low1;
        c2 = high0 ^ c3 ^ k1;
        c3 = low0;
        k0 = (k0 + WEYL_0) | 0;
        k1 = (k1 + WEYL_1) | 0;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
}
/** The upper 32 bits of the product of two unsigned 32-bit words, from four 16-bit products. */
function multiplyHigh(a, b) {
    const aHigh = a >>> 16;
    const aLow = a & 0xffff;
    const bHigh = b >>> 16;
    const bLow = b & 0xffff;
    const low = Math.imul(aLow, bLow) >>> 16;
    const middle = (Math.imul(aHigh, bLow) >>> 0) + low;
    const middleLow = (Math.imul(aLow, bHigh) >>> 0) + (middle & 0xffff);
    return (Math.imul(aHigh, bHigh) + Math.floor(middle / 0x1_0000) + Math.floor(middleLow / 0x1_0000)) | 0;
}
/**
 * The k-bit random integers of stochastic rounding: key = the seed's two words, counter = (block low, block high, stream, 0) with
 * block = index div 4, and u = the top k bits of output word index mod 4.
 * @param seed in [0, 2^64) @param stream 0, or 1 for the second operand of a convolution @param bits k, 1..24
 */
export function philoxIntegers(seed, stream, bits) {
    const key = [Number(seed & 0xffffffffn), Number(seed >> 32n)];
    const counter = [0, 0, stream, 0];
    const words = new Uint32Array(4);
    let current = -1;
    return (index) => {
        const block = Math.floor(index / 4);
        if (block !== current) {
            counter[0] = block >>> 0;
            counter[1] = Math.floor(block / 0x1_0000_0000);
            philox4x32(counter, key, words);
            current = block;
        }
        return words[index % 4] >>> (32 - bits);
    };
}
//# sourceMappingURL=philox.js.map