/** Values and their differences as lines of text. */
import type { Difference, Side } from '../golden/check/difference.ts';
import type { ClassName } from '../golden/check/outcome.ts';
import type { Reading } from '../golden/check/reading.ts';
import { grouped } from './check-words.ts';

/** `, class ties: what it is to find`. */
export function classPhrase(className: ClassName | null): string {
  return className === null ? '' : `, class ${className.name}: ${className.about}`;
}

export function readingLine({ name, hex, text }: Reading, width: number): string {
  return `  ${name.padEnd(width)}           ${withText({ hex, text })}`;
}

/** Both sides, one under the other, and how they differ. */
export function differenceLines(difference: Difference, width: number): string[] {
  const { name, expected, found } = difference;
  if (expected !== null && expected.hex === found?.hex) return [`  ${name.padEnd(width)}  right    ${withText(expected)}`];
  const how = howTheyDiffer(difference);
  const lines = [
    ...(expected === null ? [] : [`expected ${withText(expected)}`]),
    ...(found === null ? [] : [`found    ${withText(found)}`]),
    ...(how === '' ? [] : [how]),
  ];
  return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}  ${line}`);
}

/** Differing and unknown bits, the distance, and the name of the difference. */
export function howTheyDiffer({ bits, unknownBits, ulp, remark }: Difference): string {
  const plural = (ranges: string): string => (/[,.]/.test(ranges) ? 'bits' : 'bit');
  return [bits === '' ? '' : `differs in ${plural(bits)} ${bits}`, unknownBits === '' ? '' : `unknown ${plural(unknownBits)} ${unknownBits}`, ulp === null ? '' : `${grouped(ulp)} ulp`, remark]
    .filter((part) => part !== '')
    .join('; ');
}

function withText({ hex, text }: Side): string {
  return text === '' ? hex : `${hex}  ${text}`;
}
