/** The formatter of waveforms: a WebAssembly module (sources in `assembly`, built by `npm run wasm`). */
import { readFileSync } from 'node:fs';
let compiled;
/** The module, compiled once, or undefined where this runtime has no WebAssembly with SIMD and shared memory. */
export function formatterModule() {
    if (compiled === undefined)
        compiled = compileModule();
    return compiled ?? undefined;
}
function compileModule() {
    const { WebAssembly: wasm, SharedArrayBuffer: shared } = globalThis;
    if (wasm === undefined || shared === undefined)
        return null;
    try {
        return new WebAssembly.Module(readFileSync(new URL('./vcd.wasm', import.meta.url)));
    }
    catch {
        return null;
    }
}
/** @param write takes text that is complete; the bytes are overwritten later */
export function formatterOn(memory, module, { waveform }, write) {
    const bytes = new Uint8Array(memory.buffer);
    const host = { write: (at, length) => { write(bytes.subarray(at, at + length)); } };
    const { format, ending, flush } = new WebAssembly.Instance(module, { env: { memory }, host }).exports;
    return {
        format: (from, to) => format(waveform, from, to) !== 0,
        finish: (cycle) => {
            ending(waveform, cycle | 0, Math.floor(cycle / 2 ** 32));
            flush(waveform);
        },
    };
}
//# sourceMappingURL=vcd-module.js.map