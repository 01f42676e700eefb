var _a;
/** The declarations of a VCD file: parameters, scopes, and the variables with their identifier codes. */
import { InputError, requireInteger, requireOneOf, show } from "../bits/check.js";
/** The longest line of a value must fit the text buffer's reserve. */
export const MAX_SIGNAL_WIDTH = 4096;
/** Identifier codes are numbers in base 94 without a zero (as Icarus Verilog's, and dense in GTKWave's tables), lowest digit first. */
const FIRST_DIGIT = 0x21;
const DIGITS = 94;
/** Codes of up to three digits, so that one and a line feed fit in 32 bits. */
const MAX_CODES = DIGITS + DIGITS ** 2 + DIGITS ** 3;
const UNITS = ['s', 'ms', 'us', 'ns', 'ps', 'fs'];
const TIMESCALES = UNITS.flatMap((unit) => [`1 ${unit}`, `10 ${unit}`, `100 ${unit}`]);
/** Declares all signals. @throws InputError */
export function declareSignals(header, banks) {
    requireOneOf('VCD timescale', header.timescale, TIMESCALES);
    const top = new Scope(requireName('VCD top scope', header.top), header.top);
    let count = 0;
    const declare = (scope, type, name, range = '') => {
        const code = identifierCode(count++);
        scope.declare(name, `$var ${type} ${code} ${name}${range} $end\n`);
        return packCode(code);
    };
    const clk = header.clk === true ? declare(top, 'reg 1', 'clk') : undefined;
    const codes = banks.map((bank) => {
        const { name, kind, values } = bank;
        const width = requireBank(bank);
        const bits = new Uint32Array(values.length);
        const reals = new Uint32Array(kind === 'binary32' ? values.length : 0);
        for (let index = 0; index < values.length; index++) {
            const scope = top.find(bank.scope(index));
            bits[index] = declare(scope, `reg ${width}`, name, width === 1 ? '' : ` [${width - 1}:0]`);
            if (kind === 'binary32')
                reals[index] = declare(scope, 'real 64', `${name}_value`);
        }
        return { bits, reals };
    });
    const comments = header.comments.map((comment) => `$comment ${comment.replaceAll(/[^\x20-\x7e]|\$/g, '?')} $end\n`);
    const declarations = [...comments, `$timescale ${header.timescale} $end\n`, ...top.text(), '$enddefinitions $end\n'].join('');
    return { declarations, clk, codes };
}
/** The code's characters and a line feed, first character lowest. */
function packCode(code) {
    return Array.from(`${code}\n`).reduce((packed, character, index) => packed + character.charCodeAt(0) * 256 ** index, 0);
}
function identifierCode(index) {
    if (index >= MAX_CODES)
        throw new InputError(`VCD signals: expected at most ${MAX_CODES}, found more`);
    let code = '';
    for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / DIGITS))
        code += String.fromCharCode(FIRST_DIGIT + ((rest - 1) % DIGITS));
    return code;
}
function requireBank({ name, width, kind }) {
    requireName('VCD signal', name);
    const subject = `VCD signal ${name}`;
    requireOneOf(`${subject}: kind`, kind, ['unsigned', 'signed', 'binary32']);
    return kind === 'binary32' ? requireInteger(`${subject}: width`, width, 32, 32) : requireInteger(`${subject}: width`, width, 1, MAX_SIGNAL_WIDTH);
}
/** A simple Verilog identifier: nothing that a reader could take for a range, a separator or a keyword of VCD. */
function requireName(subject, name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        throw new InputError(`${subject}: expected a name of letters, digits and _, found ${show(name)}`);
    return name;
}
class Scope {
    #name;
    #path;
    #variables = new Map();
    #scopes = new Map();
    constructor(name, path) {
        this.#name = name;
        this.#path = path;
    }
    /** The scope at a dotted path below this one, made where it is missing. */
    find(path) {
        if (path === '')
            return this;
        return path.split('.').reduce((scope, name) => scope.#child(requireName(`VCD scope ${show(path)}`, name)), this);
    }
    declare(name, declaration) {
        this.#requireFree(name, this.#variables.has(name) || this.#scopes.has(name));
        this.#variables.set(name, declaration);
    }
    *text() {
        yield `$scope module ${this.#name} $end\n`;
        yield* this.#variables.values();
        for (const scope of this.#scopes.values())
            yield* scope.text();
        yield '$upscope $end\n';
    }
    #child(name) {
        const found = this.#scopes.get(name);
        if (found !== undefined)
            return found;
        this.#requireFree(name, this.#variables.has(name));
        const scope = new _a(name, `${this.#path}.${name}`);
        this.#scopes.set(name, scope);
        return scope;
    }
    #requireFree(name, taken) {
        if (taken)
            throw new InputError(`VCD scope ${this.#path}: expected different names of its signals and scopes, found two ${name}`);
    }
}
_a = Scope;
//# sourceMappingURL=vcd-header.js.map