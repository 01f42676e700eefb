/** How the sets of units and elements are compared. */
import { about } from "../../bits/check.js";
import { MANIFEST_FILE } from "../manifest.js";
import { elementPorts, elementRegisters, requireRegisterFields } from "./element-registers.js";
import { elementShape } from "./element-shape.js";
import { cycleFields } from "./golden-cycles.js";
import { ELEMENT_UNIT } from "./vector-set.js";
/** Results of a unit, or outputs of an element. */
export function resultOptions(set, { nan, errors }) {
    const { manifest, classes } = set;
    if (manifest.unit !== ELEMENT_UNIT) {
        const { fields, words } = set.file('cases');
        const operands = fields.filter(({ direction }) => direction === 'in');
        return { nan, errors, classes, noun: 'case', operands, stampLimit: words, latency: 0 };
    }
    const { stages } = about(MANIFEST_FILE, () => elementShape(manifest.parameters));
    return { nan, errors, classes, noun: 'output', operands: [], stampLimit: set.file('stimulus').words, latency: stages.count };
}
/**
 * All registers of an element in all cycles, or some of them.
 * @param only names of the banks and ports to compare; without it, all registers and no port @throws InputError
 */
export function registerOptions(set, { nan, errors, compare }, only, window) {
    const shape = about(MANIFEST_FILE, () => elementShape(set.manifest.parameters));
    const { fields, name: file, words } = set.file('registers');
    const roles = elementRegisters(shape);
    requireRegisterFields(`${MANIFEST_FILE}: ${file}`, fields, roles);
    const places = new Map(cycleFields(set).map((field) => [field.name, field]));
    const banks = [...roles, ...elementPorts(shape)].flatMap((role) => {
        const field = places.get(role.name);
        const isPort = fields.every(({ name }) => name !== role.name);
        return field === undefined || !(only?.has(role.name) ?? !isPort) ? [] : [{ ...role, field }];
    });
    const indexNames = new Map(roles.map(({ name, indexName }) => [name, indexName]));
    return { nan, errors, classes: set.classes, compare, banks, indexNames, window: window ?? { first: 0, last: words - 1 } };
}
//# sourceMappingURL=options.js.map