import { addFp32 } from "../../units/fp32-adder.js";
import { multiplyFp32 } from "../../units/fp32-multiplier.js";
import { field } from "../fields.js";
import { word32 } from "../pack.js";
import { adderClasses } from "./adder-classes.js";
import { multiplierClasses } from "./fp32-multiplier-classes.js";
const BINARY32 = { kind: 'binary32' };
const FIELDS = [field('in', 'a', 32, BINARY32), field('in', 'b', 32, BINARY32), field('out', 'result', 32, BINARY32)];
function binaryUnit(unit, operation, classes, policy) {
    return {
        unit,
        parameters: { FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
        fields: FIELDS,
        classes,
        word: ([a, b]) => word32(a) + word32(b) + word32(operation(a, b, policy).bits),
    };
}
export function fp32AdderCases(policy) {
    return binaryUnit('fp32-adder', addFp32, adderClasses, policy);
}
export function fp32MultiplierCases(policy) {
    return binaryUnit('fp32-multiplier', multiplyFp32, multiplierClasses, policy);
}
//# sourceMappingURL=fp32-units.js.map