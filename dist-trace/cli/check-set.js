/** The vector set in a folder, as `check` takes it: its manifest read and its files found to be those of the manifest. */
import { join } from 'node:path';
import { InputError } from "../bits/check.js";
import { expectedBytes, vectorSet } from "../golden/check/vector-set.js";
import { parseManifest } from "../golden/check/manifest-schema.js";
import { MANIFEST_FILE } from "../golden/manifest.js";
import { fileDigest } from "../io/file-digest.js";
import { StreamedFile } from "../io/streamed-file.js";
import { readText } from "../io/text-file.js";
import { work } from "./work.js";
const MAX_MANIFEST = 2 ** 25;
/** Reads the manifest of a folder and verifies its files. @throws InputError */
export async function readVectorSet(folder) {
    const path = join(folder, MANIFEST_FILE);
    const { subject, text } = readText(path, MAX_MANIFEST);
    const set = vectorSet(subject, await parseManifest(subject, text));
    for (const file of set.manifest.files)
        await work(`verify ${file.name}`, verifying(join(folder, file.name), file));
    return set;
}
/** @throws InputError for a file that is not the one its manifest was written for */
function* verifying(path, file) {
    const { subject, size } = sizeOf(path);
    const bytes = expectedBytes(file);
    if (size !== bytes)
        throw new InputError(`${subject}: expected ${file.words} words of ${file.wordBits} bits, ${bytes} bytes, as ${MANIFEST_FILE} says, found ${size} bytes`);
    const digest = yield* fileDigest(path);
    if (digest !== file.sha256) {
        throw new InputError(`${subject}: expected the file that ${MANIFEST_FILE} was written for, SHA-256 ${file.sha256.slice(0, 16)}..., found another, ${digest.slice(0, 16)}...`);
    }
}
function sizeOf(path) {
    const file = new StreamedFile(path);
    file.close();
    return file;
}
//# sourceMappingURL=check-set.js.map