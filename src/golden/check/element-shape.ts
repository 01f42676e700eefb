/** The shape of a processing element, from the parameters of a manifest. */
import { InputError } from '../../bits/check.ts';
import { DEFAULT_ARRAY, requireArrayParameters } from '../../sim/cycle/parameters.ts';
import { stagesOf, stageName, type Stages } from '../../sim/cycle/stages.ts';

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
export function elementShape(parameters: Readonly<Record<string, number>>): ElementShape {
  const need = (name: string): number => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new InputError(`parameters: expected ${name}, found none`);
    return value;
  };
  const array = {
    ...DEFAULT_ARRAY,
    treeWidth: need('TREE_WIDTH'),
    fpAddLatency: need('FP_ADD_LATENCY'),
    fpMulLatency: need('FP_MUL_LATENCY'),
    interleave: need('CONTEXTS'),
    tensorScale: need('TENSOR_SCALE') !== 0,
  };
  requireArrayParameters(array);
  const stages = stagesOf(array);
  const { treeWidth: lanes, fpAddLatency, interleave: contexts } = array;
  return {
    lanes,
    fpAddLatency,
    contexts,
    stages,
    stageNames: Array.from({ length: stages.count }, (_, stage) => stageName(stage, stages, fpAddLatency)),
    outputScale: Object.hasOwn(parameters, 'OUTPUT_SCALE') ? parameters['OUTPUT_SCALE'] : undefined,
  };
}
