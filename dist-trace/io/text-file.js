/** A small text file as a whole. */
import { InputError } from "../bits/check.js";
import { readBytes } from "./byte-source.js";
import { withInputFile } from "./input-file.js";
/** The text of a UTF-8 file. @param most bytes @throws InputError when it cannot be read, is larger, or is not UTF-8 */
export function readText(path, most) {
    return withInputFile(path, (file) => {
        const { subject, size } = file;
        if (size > most)
            throw new InputError(`${subject}: expected at most ${most} bytes, found ${size}`);
        return { subject, text: decode(subject, readBytes(file, 0, size)) };
    });
}
function decode(subject, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new InputError(`${subject}: expected UTF-8 text, found bytes that aren't`, { cause: error });
    }
}
//# sourceMappingURL=text-file.js.map