import { type PeParameters } from './parameters.ts';
/** A port of `dut` and of `pe`. */
interface Port {
    readonly direction: 'input' | 'output';
    readonly bits: number;
    readonly name: string;
    readonly about: string;
}
/** The ports of the element, in order. */
export declare function ports(p: PeParameters): Port[];
/** A declaration of a port or a wire, its range aligned. */
export declare function range(bits: number): string;
export declare function dutText(p: PeParameters): string;
export {};
