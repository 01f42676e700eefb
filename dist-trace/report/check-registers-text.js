import { classPhrase, differenceLines, readingLine } from "./check-lines.js";
import { grouped } from "./check-words.js";
/** Paragraphs: the first diverging stage, how it spreads, the other explained registers. */
export function registerLines({ first, failures, spread, firstWrongOutput, wrong }) {
    if (first === null)
        return [];
    const others = failures.slice(1);
    const rest = wrong - 1 - others.length;
    return [
        [`first diverging stage: ${first.stage}${first.indexName === '' ? '' : `, ${first.indexName} ${first.index}`}, in cycle ${first.cycle}`],
        failureLines(first),
        spreadLines(spread, firstWrongOutput),
        ...others.map(failureLines),
        rest > 0 ? [`and ${grouped(rest)} more wrong registers (see --errors)`] : [],
    ];
}
function failureLines({ cycle, place, verdict, difference, inputs, issueCycle, class: className }) {
    const width = Math.max(difference.name.length, ...inputs.map(({ name }) => name.length));
    const issued = issueCycle < 0 ? '' : `, issued in cycle ${issueCycle}`;
    return [
        `cycle ${cycle}, ${place}: ${verdict}${issued}${classPhrase(className)}`,
        ...differenceLines(difference, width),
        ...(inputs.length === 0 ? [] : [`  loaded from what the model holds in cycle ${cycle - 1}:`, ...inputs.map((input) => readingLine(input, width))]),
    ];
}
function spreadLines(spread, firstWrongOutput) {
    const stageWidth = Math.max(...spread.map(({ stage }) => stage.length));
    const cycleWidth = Math.max(...spread.map(({ firstCycle }) => String(firstCycle).length));
    return [
        'how it spreads',
        ...spread.map(({ stage, firstCycle, first, wrong }) => {
            const count = wrong === 1 ? '1 wrong register' : `${grouped(wrong)} wrong registers`;
            return `  ${stage.padEnd(stageWidth)}  from cycle ${String(firstCycle).padStart(cycleWidth)}, first ${first}: ${count}`;
        }),
        firstWrongOutput === null ? '  no wrong output was seen' : `  first wrong output: ${firstWrongOutput.index}, visible in cycle ${firstWrongOutput.cycle}`,
    ];
}
//# sourceMappingURL=check-registers-text.js.map