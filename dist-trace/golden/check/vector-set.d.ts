import type { ClassRange, FileRole, Manifest, VectorFile } from '../manifest.ts';
/** The unit that is the whole element. */
export declare const ELEMENT_UNIT = "pe";
export interface VectorSet {
    readonly manifest: Manifest;
    /** In order of their first case or cycle. */
    readonly classes: readonly ClassRange[];
    /** @throws InputError where the set has no such file */
    file(role: FileRole): VectorFile;
}
/** The set of a manifest. @param subject the manifest's name in error messages @throws InputError where its parts contradict each other */
export declare function vectorSet(subject: string, manifest: Manifest): VectorSet;
/** Names the content of a set, as its manifest says. */
export declare function setName(files: readonly Pick<VectorFile, 'sha256'>[]): string;
/** The size of a file of words in bytes. */
export declare function expectedBytes({ words, wordBits: bits }: VectorFile): number;
/** The class of a case or cycle. @param classes in order of their first one */
export declare function classOf(classes: readonly ClassRange[], index: number): ClassRange | undefined;
