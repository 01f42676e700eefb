export type ModuleName = 'convolution' | 'quantization';
/** A module, compiled once. @throws where `fastUnsupported` says why */
export declare function fastModule(name: ModuleName): WebAssembly.Module;
/** Why this runtime can't run the modules, or undefined where it can. */
export declare function fastUnsupported(): string | undefined;
