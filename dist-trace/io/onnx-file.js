/** An ONNX file on disk, with the files beside it that hold its large tensors. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { InputError, show } from "../bits/check.js";
import { readBytes } from "./byte-source.js";
import { attempt, fileSubject } from "./fs-error.js";
import { withInputFile } from "./input-file.js";
/** What a Protocol Buffers message can hold. */
const MAX_BYTES = 2 ** 31 - 1;
/** @throws InputError for a file that can't be read, or is larger than any ONNX file */
export function readOnnxFile(path) {
    const bytes = withInputFile(path, (file) => {
        if (file.size > MAX_BYTES)
            throw new InputError(`${file.subject}: expected an ONNX file of at most ${MAX_BYTES} bytes, found ${file.size}`);
        return readBytes(file, 0, file.size);
    });
    const folder = dirname(path);
    return { subject: fileSubject(path), bytes, readExternal: (location, offset, length) => readBeside(folder, location, offset, length) };
}
/** A part of a file within a folder, wherever links lead. */
function readBeside(folder, location, offset, length) {
    const named = `external data ${show(location)}`;
    if (!isPlain(location))
        throw new InputError(`${named}: expected a file below the model's folder, found a path that can lead out of it`);
    const base = attempt(named, 'cannot read', () => realpathSync(folder));
    const target = attempt(named, 'cannot read', () => realpathSync(join(base, location)));
    // The file itself is opened by its real path, so that a link can't be changed in between and lead elsewhere.
    const inside = relative(base, target);
    if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') {
        throw new InputError(`${named}: expected a file below the model's folder, found a link that leads out of it`);
    }
    return withInputFile(target, (file) => {
        if (offset + length > file.size)
            throw new InputError(`${named}: expected ${length} bytes from ${offset} on, found a file of ${file.size}`);
        return readBytes(file, offset, length);
    });
}
/** Whether a location names a file or folders below, on any system: no root, no drive, no way up. */
function isPlain(location) {
    if (location === '' || /[\\:\0]/.test(location))
        return false;
    return !location.startsWith('/') && !location.split('/').includes('..');
}
//# sourceMappingURL=onnx-file.js.map