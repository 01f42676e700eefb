/** The cost tables of a command line: names of built-in ones, and files. */
import { InputError } from "../bits/check.js";
import { TABLES } from "../energy/tables/tables.js";
import { withInputFile } from "../io/input-file.js";
/** A table is some kilobytes. */
const MAX_BYTES = 2 ** 20;
/** The tables, in order; the paper's where none is named. @throws InputError for a file that is none, or two of one name */
export async function namedTables(names) {
    const [first, ...others] = await Promise.all(names.map(tableNamed));
    const tables = [names.length === 0 ? TABLES[0] : first, ...others];
    const seen = new Set();
    for (const { name } of tables) {
        if (seen.has(name))
            throw new InputError(`--table: expected tables of different names, found two named ${name}`);
        seen.add(name);
    }
    return tables;
}
/** A built-in table or a file's. @throws InputError */
export async function tableNamed(name) {
    const builtIn = TABLES.find((table) => table.name === name);
    if (builtIn !== undefined)
        return builtIn;
    const text = withInputFile(name, (file) => {
        if (file.size > MAX_BYTES)
            throw new InputError(`${file.subject}: expected a table of at most ${MAX_BYTES} bytes, found ${file.size}`);
        const bytes = new Uint8Array(file.size);
        file.read(0, bytes);
        return { subject: file.subject, json: new TextDecoder().decode(bytes) };
    });
    // zod takes longer to load than a report takes to compute.
    const { parseTable } = await import("../energy/table-schema.js");
    return parseTable(text.subject, text.json);
}
//# sourceMappingURL=energy-tables.js.map