import type { Steps } from '../bits/steps.ts';
import { type Manifest } from '../golden/manifest.ts';
import type { VectorSource } from '../golden/vector-source.ts';
/** What a manifest says of a set beside what its source knows. */
export type SetHeading = Pick<Manifest, 'version' | 'command' | 'level' | 'seed'> & {
    /** The call of `mlsim eval` that answers a live bench. */
    readonly evaluation?: string;
};
export interface WrittenSet {
    readonly manifest: Manifest;
    /** Whether dut.sv was left as somebody had changed it. */
    readonly dutKept: boolean;
}
/**
 * Writes all files of a set. Each has its place only when all are complete, the manifest last: a run that fails or is interrupted leaves no set that looks whole.
 * @param folder exists @param force whether a changed dut.sv is overwritten @throws InputError
 */
export declare function writingSet(folder: string, source: VectorSource, heading: SetHeading, force: boolean): Steps<WrittenSet>;
