import { type Stages } from '../../sim/cycle/stages.ts';
export interface ElementShape {
    readonly lanes: number;
    readonly fpAddLatency: number;
    readonly contexts: number;
    readonly stages: Stages;
    /** The path of each stage, such as `T.level2.stage0`. */
    readonly stageNames: readonly string[];
    /** S_z as a pattern, where the manifest has it. */
    readonly outputScale: number | undefined;
}
/** @throws InputError where a parameter is missing or out of range */
export declare function elementShape(parameters: Readonly<Record<string, number>>): ElementShape;
