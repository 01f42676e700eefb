import { LSB_EXPONENT_BITS } from "../../units/group-scaler.js";
import { intToFp32 } from "../../units/int-to-fp32.js";
import { field } from "../fields.js";
import { packer } from "../pack.js";
import { converterClasses } from "./int-to-fp32-classes.js";
/** @param width Q, bits of the signed integer: `scaledSumBits` of the group scaler before it */
export function intToFp32Cases(width, policy) {
    const fields = [
        field('in', 'q', width, { kind: 'signed' }),
        field('in', 'lsb', LSB_EXPONENT_BITS, { kind: 'signed' }),
        field('out', 'result', 32, { kind: 'binary32' }),
    ];
    const pack = packer(fields);
    return {
        unit: 'int-to-fp32',
        parameters: { Q_BITS: width, LSB_BITS: LSB_EXPONENT_BITS, FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
        fields,
        classes: (level) => converterClasses(width, level),
        word: ([q, lsb]) => pack([q, BigInt(lsb), BigInt(intToFp32(q, lsb, policy).bits)]),
        fromInputs: ([q, lsb]) => [q, Number(lsb)],
    };
}
//# sourceMappingURL=int-to-fp32.js.map