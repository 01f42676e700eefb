/** How the bits of a field read. */
import { elementFields, elementFormat, elementValue } from "../../formats/element.js";
import { groupScaleFormat, scaleExp, scaleMan } from "../../formats/group-scale.js";
import { binary32Text } from "./binary32-reading.js";
import { knownWord, sliceWord, wordText } from "./word.js";
/** Reads known bits. @param value in [0, 2^width) */
export function decode(kind, value, width) {
    switch (kind.kind) {
        case 'bit':
        case 'unsigned':
            return value.toString();
        case 'signed':
            return BigInt.asIntN(width, value).toString();
        case 'binary32':
            return binary32Text(Number(value));
        case 'element': {
            const format = elementFormat(kind.E, kind.M);
            const { sign, exp, man } = elementFields(format, Number(value));
            const number = elementValue(format, Number(value));
            return `${Object.is(number, -0) ? '-0' : number} (sign ${sign === 1 ? '-' : '+'}, exp ${exp}, man ${man})`;
        }
        case 'scale': {
            const format = groupScaleFormat(kind.Eg, kind.Mg);
            const [exp, man] = [scaleExp(format, Number(value)), scaleMan(format, Number(value))];
            return `${man === 1 ? '1.5 x ' : ''}2^${exp === 0 ? '' : '-'}${exp} (exp ${exp}, man ${man})`;
        }
    }
}
/** A word of a field's kind as people read it. */
export function readWord(name, kind, word, width) {
    return { name, hex: wordText(word, width), text: word.unknown === 0n ? decode(kind, word.value, width) : '' };
}
/** A field of a known word, one reading a lane. */
export function readField(field, word) {
    return Array.from({ length: field.lanes }, (_, lane) => {
        const name = field.lanes === 1 ? field.name : `${field.name} lane ${lane}`;
        return readWord(name, field, sliceWord(knownWord(word), field.lsb + lane * field.width, field.width), field.width);
    });
}
//# sourceMappingURL=reading.js.map