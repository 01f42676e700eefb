/** The declarations of a VCD file: scopes and variables. */
import { show } from "../bits/check.js";
/** Deeper ones are no design's, nor are longer names. */
const MAX_SCOPES = 200;
const MAX_NAME = 2 ** 16;
/** Reads the declarations, up to the first change. Events and real numbers are left out. @throws InputError */
export function readDeclarations(tokens, take) {
    const path = [];
    for (;;) {
        const keyword = need(tokens, 'a declaration or $enddefinitions');
        switch (keyword) {
            case '$enddefinitions':
                untilEnd(tokens);
                return;
            case '$scope': {
                const words = untilEnd(tokens);
                if (words.length !== 2)
                    throw tokens.error('a scope, "$scope TYPE NAME $end"', show(words.join(' ')));
                if (path.length >= MAX_SCOPES)
                    throw tokens.error(`at most ${MAX_SCOPES} scopes in one another`, 'more');
                path.push(unescaped(words[1]));
                break;
            }
            case '$upscope':
                untilEnd(tokens);
                if (path.pop() === undefined)
                    throw tokens.error('an open scope', '$upscope');
                break;
            case '$var': {
                const declaration = variable(tokens, path);
                if (declaration !== undefined)
                    take(declaration);
                break;
            }
            default:
                if (!/^\$[a-z]+$/.test(keyword))
                    throw tokens.error('a declaration', show(keyword));
                skipToEnd(tokens);
        }
    }
}
function variable(tokens, path) {
    const type = need(tokens, 'the type of a variable');
    const size = need(tokens, 'the size of a variable');
    need(tokens, 'the code of a variable');
    const code = tokens.code();
    const words = untilEnd(tokens);
    if (!/^[1-9]\d{0,7}$/.test(size) || words.length === 0) {
        throw tokens.error('a variable, "$var TYPE SIZE CODE NAME $end"', show([type, size, '...', ...words].join(' ')));
    }
    if (type === 'real' || type === 'realtime' || type === 'event' || type === 'string')
        return undefined;
    const width = Number(size);
    const [name, ...selects] = words;
    const { whole, range } = withRange(`${unescaped(name)}${selects.join('')}`, width);
    return { path: [...path, whole].join('.'), width, code, range };
}
/** The tokens up to $end. */
function untilEnd(tokens) {
    const words = [];
    for (let word = need(tokens, '$end'); word !== '$end'; word = need(tokens, '$end')) {
        words.push(word);
        if (words.length > 100)
            throw tokens.error('$end', 'a hundred words without it');
    }
    return words;
}
/** Leaves out what comes up to $end. @throws InputError */
export function skipToEnd(tokens) {
    while (need(tokens, '$end') !== '$end')
        ;
}
function need(tokens, what) {
    if (!tokens.next())
        throw tokens.error(what, 'the end of the file: it is truncated');
    if (tokens.length > MAX_NAME)
        throw tokens.error(`${what} of at most ${MAX_NAME} characters`, 'more');
    return tokens.text();
}
function unescaped(name) {
    return name.startsWith('\\') ? name.slice(1) : name;
}
/** Takes the declared range off a name: the last `[left:right]` of as many bits, which is no index of an array. */
function withRange(name, width) {
    const match = /^(.+)\[(-?\d{1,9}):(-?\d{1,9})\]$/.exec(name);
    if (match === null)
        return { whole: name, range: undefined };
    const [left, right] = [Number(match[2]), Number(match[3])];
    return Math.abs(left - right) + 1 === width ? { whole: match[1], range: { left, right } } : { whole: name, range: undefined };
}
//# sourceMappingURL=vcd-read-declarations.js.map