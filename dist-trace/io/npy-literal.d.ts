/** What a .npy header says. */
export interface NpyDict {
    readonly descr: string;
    readonly fortranOrder: boolean;
    readonly shape: readonly number[];
}
/** Parses `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`. @throws InputError */
export declare function parseNpyDict(subject: string, text: string): NpyDict;
