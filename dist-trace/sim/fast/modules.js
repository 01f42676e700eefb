/** The WebAssembly modules of this folder (sources in `assembly`, built by `npm run wasm`). */
import { readFileSync } from 'node:fs';
const compiled = new Map();
/** A module, compiled once. @throws where `fastUnsupported` says why */
export function fastModule(name) {
    const known = compiled.get(name);
    if (known !== undefined)
        return known;
    const module = new WebAssembly.Module(readFileSync(new URL(`./${name}.wasm`, import.meta.url)));
    compiled.set(name, module);
    return module;
}
let unsupported;
/** Why this runtime can't run the modules, or undefined where it can. */
export function fastUnsupported() {
    unsupported ??= findUnsupported() ?? null;
    return unsupported ?? undefined;
}
function findUnsupported() {
    const { WebAssembly: wasm, SharedArrayBuffer: shared } = globalThis;
    if (wasm === undefined)
        return 'this runtime has no WebAssembly';
    if (shared === undefined)
        return 'this runtime has no shared memory';
    try {
        fastModule('convolution');
        return undefined;
    }
    catch (error) {
        return `this runtime can't compile WebAssembly SIMD with threads (${error instanceof Error ? error.message : String(error)})`;
    }
}
//# sourceMappingURL=modules.js.map