/** What a file is, by its first bytes. */
import { readBytes } from "./byte-source.js";
import { withInputFile } from "./input-file.js";
import { NPY_MAGIC } from "./npy-header.js";
const ZIP_MAGIC = [0x50, 0x4b];
/** The format of a file. @throws InputError where it cannot be read */
export function fileFormat(path) {
    return withInputFile(path, (file) => {
        const start = readBytes(file, 0, Math.min(file.size, NPY_MAGIC.length));
        const startsWith = (magic) => magic.every((byte, i) => start[i] === byte);
        if (startsWith(NPY_MAGIC))
            return 'npy';
        return startsWith(ZIP_MAGIC) ? 'npz' : 'other';
    });
}
//# sourceMappingURL=file-format.js.map