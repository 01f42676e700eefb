/** Lines in, lines out: a pure function of a line as a filter on streams. */
import { once } from 'node:events';
import { InputError } from "../../bits/check.js";
/** A line that is longer is taken for something that isn't a line: a packed bus of 1024 lanes has 8192 digits. */
const MAX_LINE = 1 << 20;
/**
 * Answers each line of `input` as soon as its end has come. Blank lines have no answer. At the end of a part, the answers to all its lines
 * are written together; a reader that is slow holds the input back.
 * @throws InputError naming the line, after the answers to the lines before it have been written
 */
export async function filterLines(evaluate, input, output) {
    let rest = '';
    let lineNumber = 0;
    for await (const part of input) {
        const lines = (rest + part.toString('latin1')).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > MAX_LINE)
            throw new InputError(`line ${lineNumber + lines.length + 1}: expected at most ${MAX_LINE} characters, found more`);
        const { answers, failure } = answerLines(evaluate, lines, lineNumber);
        lineNumber += lines.length;
        await write(output, answers);
        if (failure)
            throw failure;
    }
    const { answers, failure } = answerLines(evaluate, [rest], lineNumber);
    await write(output, answers);
    if (failure)
        throw failure;
}
/** The answers up to the first line that has none. */
function answerLines(evaluate, lines, before) {
    let answers = '';
    for (let i = 0; i < lines.length; i++) {
        const line = lines[i].trim();
        if (line === '')
            continue;
        try {
            answers += `${evaluate(line.split(/\s+/))}\n`;
        }
        catch (error) {
            if (!(error instanceof InputError))
                throw error;
            return { answers, failure: new InputError(`line ${before + i + 1}: ${error.message}`, { cause: error }) };
        }
    }
    return { answers };
}
async function write(output, text) {
    if (text !== '' && !output.write(text))
        await once(output, 'drain');
}
//# sourceMappingURL=filter.js.map