/** Signals of a waveform by the names that users give them. */
import { InputError, show } from "../bits/check.js";
/** So many declarations can have the names of the last parts that are looked for. */
const MAX_KEPT = 2 ** 20;
const MAX_SELECTED = 2 ** 16;
const SUGGESTIONS = 3;
/** The declarations that a name may mean. Names are dotted paths; scopes above the first one may be left out. */
export class SignalNames {
    #subject;
    #wanted;
    #byPath = new Map();
    /** Paths by their last part without its indices. */
    #byLeaf = new Map();
    #some = [];
    #count = 0;
    /** @param names all that will be looked for: others are not kept */
    constructor(subject, names) {
        this.#subject = subject;
        this.#wanted = new Set(Array.from(names, (name) => leafOf(normal(name))));
    }
    /** Takes note of a declaration. @throws InputError */
    add(declaration) {
        const { path } = declaration;
        this.#count++;
        if (this.#some.length < SUGGESTIONS)
            this.#some.push(path);
        const leaf = leafOf(path);
        if (!this.#wanted.has(leaf) || this.#byPath.has(path))
            return;
        if (this.#byPath.size >= MAX_KEPT)
            throw new InputError(`${this.#subject}: expected at most ${MAX_KEPT} signals with the names of the map, found more`);
        this.#byPath.set(path, declaration);
        const paths = this.#byLeaf.get(leaf);
        if (paths === undefined)
            this.#byLeaf.set(leaf, [path]);
        else
            paths.push(path);
    }
    /**
     * The signal of a name: a declared one; bits of one, `bus[3]` and `bus[7:4]`; or the elements of an array, `bus[0]`, `bus[1]`..., side by side.
     * @throws InputError where there is none, or more than one
     */
    find(name) {
        const wanted = normal(name);
        const pieces = this.#declared(wanted) ?? this.#selected(wanted) ?? this.#elements(wanted);
        if (pieces === undefined)
            throw this.#unknown(name);
        return { name, pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
    }
    #declared(path) {
        const declaration = this.#declaration(path);
        return declaration && [{ declaration, from: 0, width: declaration.width }];
    }
    #declaration(path) {
        const exact = this.#byPath.get(path);
        if (exact !== undefined)
            return exact;
        const ending = (this.#byLeaf.get(leafOf(path)) ?? []).filter((candidate) => candidate.endsWith(`.${path}`));
        if (ending.length > 1) {
            const list = ending.slice(0, SUGGESTIONS).join(', ');
            throw new InputError(`${this.#subject}: ${show(path)}: expected one signal of this name, found ${ending.length}: ${list}`);
        }
        return ending.length === 0 ? undefined : this.#byPath.get(ending[0]);
    }
    #selected(path) {
        const match = /^(.+)\[(\d{1,9})(?::(\d{1,9}))?\]$/.exec(path);
        const declaration = match === null ? undefined : this.#declaration(match[1]);
        if (match === null || declaration === undefined)
            return undefined;
        const { width, range = { left: width - 1, right: 0 } } = declaration;
        const [, , first, second] = match;
        const [left, right] = [Number(first), Number(second ?? first)];
        // Where a bit is from the left, whichever way the range runs.
        const place = (bit) => (range.left >= range.right ? range.left - bit : bit - range.left);
        const [from, to] = [place(left), place(right)];
        if (from < 0 || to >= width || to < from) {
            throw new InputError(`${this.#subject}: ${show(path)}: expected bits of [${range.left}:${range.right}], found [${left}:${right}]`);
        }
        return [{ declaration, from, width: to - from + 1 }];
    }
    #elements(path) {
        const pieces = [];
        for (let index = 0; index < MAX_SELECTED; index++) {
            const declaration = this.#declaration(`${path}[${index}]`);
            if (declaration === undefined)
                break;
            pieces.unshift({ declaration, from: 0, width: declaration.width });
        }
        return pieces.length === 0 ? undefined : pieces;
    }
    #unknown(name) {
        const near = (this.#byLeaf.get(leafOf(normal(name))) ?? []).slice(0, SUGGESTIONS);
        const found = near.length > 0 ? `others of this name: ${near.join(', ')}` : `${this.#count} signals, none with that last part${this.#some.length > 0 ? `, such as ${this.#some.join(', ')}` : ''}`;
        return new InputError(`${this.#subject}: expected a signal ${show(name)}, found ${found.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 300)}`);
    }
}
function normal(name) {
    return name.replaceAll(/\\|\s/g, '');
}
/** The last part of a path without its indices. */
function leafOf(path) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const bracket = name.indexOf('[');
    return bracket > 0 ? name.slice(0, bracket) : name;
}
//# sourceMappingURL=vcd-read-names.js.map