/** Product, accumulator, scaled sum, converted term. */
export const M = 0;
export const A = 1;
export const S = 2;
export const C = 3;
export function stagesOf({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }) {
    const levels = Math.log2(treeWidth);
    const tree = C + 1;
    const runningSum = tree + levels * fpAddLatency;
    const afterSum = runningSum + fpAddLatency;
    return {
        levels,
        tree,
        runningSum,
        runningSumLast: afterSum - 1,
        tensorScale: afterSum,
        count: afterSum + (tensorScale ? fpMulLatency : 0),
    };
}
/** A stage's name as a path: `M`, `T.level2.stage0`, `R.stage1`. */
export function stageName(stage, stages, fpAddLatency) {
    if (stage < stages.tree)
        return 'MASC'[stage];
    if (stage >= stages.tensorScale)
        return `Z.stage${stage - stages.tensorScale}`;
    if (stage >= stages.runningSum)
        return `R.stage${stage - stages.runningSum}`;
    const inTree = stage - stages.tree;
    return `T.level${Math.floor(inTree / fpAddLatency) + 1}.stage${inTree % fpAddLatency}`;
}
//# sourceMappingURL=stages.js.map