/** A wide word under construction: fields are put into 32-bit limbs, so that a bus of a thousand lanes costs no more a field than a narrow one. */
import { hexDigits } from "../../bits/width.js";
export class PackedWord {
    limbs;
    bytes;
    digits;
    /** All zeros. @param bits at least 1 */
    constructor(bits) {
        this.limbs = new Uint32Array(Math.ceil(bits / 32));
        this.bytes = Buffer.alloc(4 * this.limbs.length);
        this.digits = hexDigits(bits);
    }
    /** Replaces bits lsb .. lsb + width - 1. @param width 1..32 @param value its low `width` bits are taken */
    put(lsb, width, value) {
        const limb = lsb >>> 5;
        const shift = lsb & 31;
        const mask = 0xffff_ffff >>> (32 - width);
        const low = value & mask;
        this.limbs[limb] = (this.limbs[limb] & ~(mask << shift)) | (low << shift);
        const below = 32 - shift;
        if (width > below)
            this.limbs[limb + 1] = (this.limbs[limb + 1] & ~(mask >>> below)) | (low >>> below);
    }
    /** The same for any width and any integer, in two's complement. */
    putInteger(lsb, width, value) {
        let rest = value;
        for (let done = 0; done < width; done += 32) {
            this.put(lsb + done, Math.min(32, width - done), Number(BigInt.asUintN(32, rest)));
            rest >>= 32n;
        }
    }
    /** Lower-case hexadecimal digits, the top one first. */
    hex() {
        const { bytes, limbs } = this;
        for (let i = 0, at = bytes.length - 4; at >= 0; i++, at -= 4)
            bytes.writeUInt32BE(limbs[i], at);
        return bytes.toString('hex').slice(-this.digits);
    }
}
//# sourceMappingURL=packed-word.js.map