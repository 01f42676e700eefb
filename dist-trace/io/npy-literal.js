/** The python dict literal in the header of a .npy file, parsed strictly: its three keys, once each, and nothing else. */
import { InputError, show } from "../bits/check.js";
/** As many as numpy allows. */
const MAX_DIMENSIONS = 64;
/** Parses `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`. @throws InputError */
export function parseNpyDict(subject, text) {
    const cursor = new Cursor(subject, text);
    let descr;
    let fortranOrder;
    let shape;
    cursor.require(/\{/y, '"{"');
    while (!cursor.take(/\}/y)) {
        const key = parseString(cursor, 'a key');
        cursor.require(/:/y, '":"');
        if (key === 'descr' && descr === undefined)
            descr = parseDescr(cursor);
        else if (key === 'fortran_order' && fortranOrder === undefined)
            fortranOrder = cursor.require(/True|False/y, 'True or False') === 'True';
        else if (key === 'shape' && shape === undefined)
            shape = parseShape(cursor);
        else
            throw new InputError(`${subject}: npy header: expected the keys descr, fortran_order and shape once each, found ${show(key)}`);
        if (!cursor.take(/,/y)) {
            cursor.require(/\}/y, '"," or "}"');
            break;
        }
    }
    cursor.require(/$/y, 'nothing more');
    if (descr === undefined || fortranOrder === undefined || shape === undefined) {
        throw new InputError(`${subject}: npy header: expected the keys descr, fortran_order and shape, found ${show(text.trim())}`);
    }
    return { descr, fortranOrder, shape };
}
/** A structured dtype, a list, is passed on as its text: whoever knows the accepted dtypes refuses it. */
function parseDescr(cursor) {
    return cursor.take(/\[.*?\](?=, 'fortran_order':)/sy) ?? parseString(cursor, 'a dtype');
}
function parseString(cursor, needed) {
    return cursor.require(/'[^'\\\n]*'|"[^"\\\n]*"/y, `${needed} in quotes`).slice(1, -1);
}
function parseShape(cursor) {
    const shape = [];
    cursor.require(/\(/y, 'a shape in parentheses');
    while (!cursor.take(/\)/y)) {
        // Python 2 on some systems wrote `3L`.
        const size = Number.parseInt(cursor.require(/(?:0|[1-9]\d*)L?(?![\w.])/y, 'a size, an integer of at least 0'), 10);
        if (!Number.isSafeInteger(size))
            throw new InputError(`${cursor.subject}: shape: expected sizes below 2^53, found ${show(size)}`);
        if (shape.push(size) > MAX_DIMENSIONS)
            throw new InputError(`${cursor.subject}: shape: expected at most ${MAX_DIMENSIONS} dimensions, found more`);
        if (cursor.take(/,/y))
            continue;
        if (shape.length === 1)
            cursor.fail('"," after the size (a tuple)');
        cursor.require(/\)/y, '"," or ")"');
        break;
    }
    return shape;
}
/** A place in a text. White space before a token is skipped. */
class Cursor {
    subject;
    #text;
    #position = 0;
    constructor(subject, text) {
        this.subject = subject;
        this.#text = text;
    }
    /** The token here, if there is one. @param token a sticky pattern */
    take(token) {
        const space = /[ \t\r\n\f]*/y;
        space.lastIndex = this.#position;
        space.exec(this.#text);
        token.lastIndex = space.lastIndex;
        const found = token.exec(this.#text)?.[0];
        if (found !== undefined)
            this.#position = token.lastIndex;
        return found;
    }
    /** The token here. @param needed names it in the error */
    require(token, needed) {
        return this.take(token) ?? this.fail(needed);
    }
    fail(needed) {
        const found = this.#text.slice(this.#position).trim();
        throw new InputError(`${this.subject}: npy header: expected ${needed}, found ${found === '' ? 'its end' : show(found)}`);
    }
}
//# sourceMappingURL=npy-literal.js.map