import { grouped } from "./check-words.js";
/** `, class ties: what it is to find`. */
export function classPhrase(className) {
    return className === null ? '' : `, class ${className.name}: ${className.about}`;
}
export function readingLine({ name, hex, text }, width) {
    return `  ${name.padEnd(width)}           ${withText({ hex, text })}`;
}
/** Both sides, one under the other, and how they differ. */
export function differenceLines(difference, width) {
    const { name, expected, found } = difference;
    if (expected !== null && expected.hex === found?.hex)
        return [`  ${name.padEnd(width)}  right    ${withText(expected)}`];
    const how = howTheyDiffer(difference);
    const lines = [
        ...(expected === null ? [] : [`expected ${withText(expected)}`]),
        ...(found === null ? [] : [`found    ${withText(found)}`]),
        ...(how === '' ? [] : [how]),
    ];
    return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}  ${line}`);
}
/** Differing and unknown bits, the distance, and the name of the difference. */
export function howTheyDiffer({ bits, unknownBits, ulp, remark }) {
    const plural = (ranges) => (/[,.]/.test(ranges) ? 'bits' : 'bit');
    return [bits === '' ? '' : `differs in ${plural(bits)} ${bits}`, unknownBits === '' ? '' : `unknown ${plural(unknownBits)} ${unknownBits}`, ulp === null ? '' : `${grouped(ulp)} ulp`, remark]
        .filter((part) => part !== '')
        .join('; ');
}
function withText({ hex, text }) {
    return text === '' ? hex : `${hex}  ${text}`;
}
//# sourceMappingURL=check-lines.js.map