/** Arrays from .npz files. */
import { InputError, show } from "../bits/check.js";
import { withInputFile } from "./input-file.js";
import { readNpyBytes } from "./npy-read.js";
import { readZipDirectory } from "./zip-directory.js";
import { readZipMember } from "./zip-member.js";
/** Opens the .npz file at `path`, stored or deflated, gives it to `use` and closes it. Only the arrays asked for are read. @throws InputError */
export function readNpz(path, use) {
    return withInputFile(path, (source) => use(npzFrom(source)));
}
/** The reader of an archive in any source of bytes, which has to stay open. @throws InputError */
export function npzFrom(source) {
    const entries = readZipDirectory(source);
    const names = entries.filter(({ name }) => name.endsWith(EXTENSION)).map(({ name }) => name.slice(0, -EXTENSION.length));
    return {
        subject: source.subject,
        names,
        array: (name, accepted) => {
            const entry = entries.find((one) => one.name === name + EXTENSION);
            if (entry === undefined) {
                const found = names.length === 0 ? 'none' : show(names.join(', '));
                throw new InputError(`${source.subject}: ${name}: expected an array of this name, found ${found}`);
            }
            const subject = `${source.subject}: ${name}`;
            return readNpyBytes(subject, readZipMember(source, entry, subject), accepted);
        },
    };
}
const EXTENSION = '.npy';
//# sourceMappingURL=npz-read.js.map