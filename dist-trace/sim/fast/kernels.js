/** A memory is used again and again, and so are its kernels. */
const known = new WeakMap();
/** The kernels of a module on a memory. */
export function kernelsOn(memory, module) {
    const last = known.get(memory);
    if (last?.module === module)
        return last.kernels;
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    const kernels = { memory, ...exports };
    known.set(memory, { module, kernels });
    return kernels;
}
//# sourceMappingURL=kernels.js.map