/** The lists of a sweep: `1,2,4`, `1..8`, `8..64:8`, `1..64:x2`, and arrays such as `4x8`. */
import { InvalidArgumentError, Option } from 'commander';
import { InputError, requireInteger, show } from "../bits/check.js";
import { MAX_ARRAY_SIDE } from "../sim/cycle/parameters.js";
/** The most points of a sweep, and so the most values of a list. */
export const MAX_POINTS = 100_000;
/** The subject of tree widths: powers of two. */
export const TREE_WIDTH = 'tree width';
/** An option that takes a list of values in 1..high. */
export function axis(flags, description, subject, high, value) {
    const values = (text) => list(text, (item) => range(item, subject, high));
    return new Option(flags, description).argParser(values).default([value], String(value));
}
/** `4x8`, `8`, `1..4x8`, ...: the arrays of a list. */
export function arrays(text) {
    return list(text, (item) => {
        const sides = /^(\d+(?:\.\.\d+)?)x(\d+(?:\.\.\d+)?)$/.exec(item);
        if (sides === null)
            return range(item, 'array', MAX_ARRAY_SIDE).map((n) => [n, n]);
        const rows = range(sides[1], 'rows', MAX_ARRAY_SIDE);
        const cols = range(sides[2], 'cols', MAX_ARRAY_SIDE);
        if (rows.length * cols.length > MAX_POINTS)
            throw tooMany();
        return rows.flatMap((r) => cols.map((c) => [r, c]));
    });
}
/** The items of a list, each once. */
function list(text, expand) {
    const found = new Map();
    for (const item of text.split(',')) {
        for (const value of expand(item))
            found.set(String(value), value);
        if (found.size > MAX_POINTS)
            throw tooMany();
    }
    return [...found.values()];
}
function tooMany() {
    return new InvalidArgumentError(`expected at most ${MAX_POINTS} values, found more`);
}
/** `a`, `a..b`, `a..b:step` or `a..b:xfactor`, within 1..high; tree widths double where nothing is said. */
function range(text, subject, high) {
    const match = /^(\d{1,9})(?:\.\.(\d{1,9})(?::(x?)(\d{1,9}))?)?$/.exec(text);
    if (match === null)
        throw new InvalidArgumentError(`expected values and ranges such as 2,4 or 1..8 or 8..64:8 or 1..64:x2, found ${show(text)}`);
    const [from, to] = [Number(match[1]), Number(match.at(2) ?? match[1])];
    const step = match.at(4);
    try {
        requireInteger(subject, from, 1, high);
        requireInteger(subject, to, from, high);
        const doubles = step === undefined ? subject === TREE_WIDTH : match[3] === 'x';
        const by = step === undefined ? (doubles ? 2 : 1) : requireInteger(`${subject}: step`, Number(step), doubles ? 2 : 1, high);
        const values = [];
        for (let value = from; value <= to; value = doubles ? value * by : value + by)
            values.push(value);
        if (subject === TREE_WIDTH)
            requirePowersOfTwo(values);
        return values;
    }
    catch (error) {
        if (error instanceof InputError)
            throw new InvalidArgumentError(error.message);
        throw error;
    }
}
function requirePowersOfTwo(values) {
    const other = values.find((value) => !Number.isInteger(Math.log2(value)));
    if (other !== undefined)
        throw new InputError(`${TREE_WIDTH}: expected a power of two, found ${other}`);
}
//# sourceMappingURL=sweep-lists.js.map