/** Writes a vector set to a folder: the words as they are made, the manifest when all else is in place. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { wordBits } from "../golden/fields.js";
import { MANIFEST_FILE, MANIFEST_FORMAT } from "../golden/manifest.js";
import { openOutput } from "../io/atomic-file.js";
import { isEdited, retireOldSet, sealed } from "./vectors-folder.js";
const BENCH_FILE = 'tb.sv';
const LIVE_FILE = 'live.sv';
const DUT_FILE = 'dut.sv';
/** Characters that are gathered for one write. */
const WRITE_LENGTH = 2 ** 20;
/**
 * Writes all files of a set. Each has its place only when all are complete, the manifest last: a run that fails or is interrupted leaves no set that looks whole.
 * @param folder exists @param force whether a changed dut.sv is overwritten @throws InputError
 */
export function* writingSet(folder, source, heading, force) {
    const words = source.files.map((plan) => new WordFile(folder, plan));
    const classes = yield* source.generate((file, hex) => { words[file].add(hex); });
    const files = words.map((file) => file.finish());
    const set = nameOf(files);
    const { unit, parameters } = source;
    const { version, command, level, seed } = heading;
    const manifest = { format: MANIFEST_FORMAT, version, unit, parameters, command, level, seed, set, files, classes };
    const dutKept = !force && isEdited(join(folder, DUT_FILE));
    const texts = [
        textFile(folder, BENCH_FILE, source.testbench(set, files)),
        ...(source.live === undefined || heading.evaluation === undefined ? [] : [textFile(folder, LIVE_FILE, source.live(heading.evaluation))]),
        ...(dutKept ? [] : [textFile(folder, DUT_FILE, sealed(source.dut()))]),
        textFile(folder, MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`),
    ];
    retireOldSet(folder, files.map(({ name }) => name));
    words.forEach(({ output }) => { output.commit(); });
    texts.forEach((output) => { output.commit(); });
    return { manifest, dutKept };
}
/** A file of words on its way. */
class WordFile {
    output;
    #plan;
    #hash = createHash('sha256');
    #text = '';
    #words = 0;
    constructor(folder, plan) {
        this.#plan = plan;
        this.output = openOutput(join(folder, plan.name));
    }
    add(hex) {
        this.#text += `${hex}\n`;
        this.#words++;
        if (this.#text.length >= WRITE_LENGTH)
            this.#write();
    }
    finish() {
        this.#write();
        const { name, role, fields } = this.#plan;
        return { name, role, words: this.#words, wordBits: wordBits(fields), sha256: this.#hash.digest('hex'), fields };
    }
    #write() {
        const bytes = Buffer.from(this.#text, 'latin1');
        this.#text = '';
        this.#hash.update(bytes);
        this.output.write(bytes);
    }
}
function textFile(folder, name, text) {
    const output = openOutput(join(folder, name));
    output.write(Buffer.from(text));
    return output;
}
/** The name of a set: see `Manifest.set`. */
function nameOf(files) {
    const hash = createHash('sha256');
    files.forEach(({ sha256 }) => hash.update(`${sha256}\n`));
    return hash.digest('hex').slice(0, 16);
}
//# sourceMappingURL=vectors-writer.js.map