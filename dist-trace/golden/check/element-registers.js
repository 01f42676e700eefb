/**
 * What is known of each register of an element (docs/pipeline.md): its stage, when it is loaded, and from what. The registers go by their names in a
 * manifest, `A.sum`; one of a bank by its index.
 */
import { InputError } from "../../bits/check.js";
import { A, C, M, S } from "../../sim/cycle/stages.js";
const held = (name, index = 0) => ({ from: 'registers', name, index });
const given = (name, index = 0) => ({ from: 'stimulus', name, index });
const TENSOR_SCALE = { from: 'parameter', name: 'tensor_scale', index: 0 };
/** The element's ports, which show what its last stage holds. */
export function elementPorts({ stages }) {
    const port = { count: 1, isPort: true, indexName: '', stageOf: () => stages.count - 1, inputs: () => [] };
    return [
        { ...port, name: 'out_valid', control: true, isLoaded: () => true },
        { ...port, name: 'out', control: false, isLoaded: (now) => now.get('out_valid') === 1n },
    ];
}
/** All banks of an element, in the order in which their registers are named within a stage: control, then data as they flow. */
export function elementRegisters(shape) {
    const { lanes, fpAddLatency, stages, contexts } = shape;
    const letters = ['M', 'A', 'S'];
    /** Control that goes with the data from stage to stage. */
    const along = (name, count, input) => ({
        name,
        count,
        indexName: 'stage',
        control: true,
        isPort: false,
        stageOf: (index) => index,
        isLoaded: (now, index) => name === 'valid' || now.get('valid', index) === 1n,
        inputs: (_before, index) => [...(index === M ? [given(input), ...(name === 'valid' ? [given('reset')] : [])] : [held(name, index - 1)]), ...(name === 'valid' ? validGates(index) : [])],
    });
    /** Only a group's last pair goes on to S, only an output's last chunk to Z. */
    const validGates = (stage) => (stage === S ? [held('last', A)] : stage === stages.tensorScale ? [held('chunk_last', stages.runningSumLast)] : []);
    /** Registers of all lanes at one stage. */
    const atLanes = (stage, name, isControl, needs, inputs) => ({
        name: `${'MASC'[stage]}.${name}`,
        count: lanes,
        indexName: 'lane',
        control: isControl,
        isPort: false,
        stageOf: () => stage,
        isLoaded: (now, lane) => now.get('valid', stage) === 1n && needs(now, lane),
        inputs: (_before, lane) => inputs(lane),
    });
    const hasGroup = (stage) => (now, lane) => now.get(`${letters[stage]}.lane_valid`, lane) === 1n;
    const endsGroup = (stage) => (now, lane) => hasGroup(stage)(now, lane) && now.get('last', stage) === 1n;
    const always = () => true;
    const passedOn = (stage, name) => (lane) => [stage === M ? given(`in_${name}`, lane) : held(`${letters[stage - 1]}.${name}`, lane)];
    return [
        along('valid', stages.count, 'in_valid'),
        { ...along('M.first', 1, 'in_first'), indexName: '' },
        along('last', 2, 'in_last'),
        along('chunk_first', stages.runningSum, 'in_chunk_first'),
        along('chunk_last', stages.tensorScale, 'in_chunk_last'),
        along('context', stages.tensorScale, 'in_context'),
        ...[M, A, S].map((stage) => atLanes(stage, 'lane_valid', true, always, passedOn(stage, 'lane_valid'))),
        ...['scale_x', 'scale_y'].flatMap((name) => [M, A].map((stage) => atLanes(stage, name, false, endsGroup(stage), passedOn(stage, name)))),
        atLanes(M, 'product', false, hasGroup(M), (lane) => [given('in_x', lane), given('in_y', lane)]),
        ...['sum', 'overflow'].map((name) => atLanes(A, name, false, hasGroup(A), (lane) => [held('M.first'), held('A.sum', lane), held('A.overflow', lane), held('M.product', lane)])),
        ...['q', 'lsb'].map((name) => atLanes(S, name, false, hasGroup(S), (lane) => [held('A.sum', lane), held('A.scale_x', lane), held('A.scale_y', lane)])),
        atLanes(C, 'term', false, always, (lane) => [held('S.lane_valid', lane), held('S.q', lane), held('S.lsb', lane)]),
        ...treeBanks(shape),
        ...runningSumBanks(shape),
        bank('Z.stage.output', stages.count - stages.tensorScale, 'stage', (index) => stages.tensorScale + index, (before, index) => index === 0 ? [held('R.context.sum', Number(before.get('context', stages.runningSumLast)) % contexts), TENSOR_SCALE] : [held('Z.stage.output', index - 1)]),
    ].filter(({ count }) => count > 0);
    /** Levels and stages of the tree: the first stage of a level adds, the others hand on. */
    function treeBanks({ stageNames }) {
        return Array.from({ length: stages.levels * fpAddLatency }, (_, i) => {
            const source = i === 0 ? 'C.term' : `${stageNames[stages.tree + i - 1]}.sum`;
            const adds = i % fpAddLatency === 0;
            const nodes = lanes >> (Math.floor(i / fpAddLatency) + 1);
            return bank(`${stageNames[stages.tree + i]}.sum`, nodes, 'node', () => stages.tree + i, (_before, node) => adds ? [held(source, 2 * node), held(source, 2 * node + 1)] : [held(source, node)]);
        });
    }
    function runningSumBanks({ stageNames }) {
        const root = stages.levels === 0 ? 'C.term' : `${stageNames[stages.runningSum - 1]}.sum`;
        const addends = (before) => {
            const stage = stages.runningSum - 1;
            const context = Number(before.get('context', stage)) % contexts;
            return [held('chunk_first', stage), held('R.context.sum', context), held(root)];
        };
        const last = fpAddLatency - 1;
        const context = {
            ...bank('R.context.sum', contexts, 'context', () => stages.runningSumLast, (before) => (last === 0 ? addends(before) : [held('R.stage.sum', last - 1)])),
            isLoaded: (now, index) => now.get('valid', stages.runningSumLast) === 1n && Number(now.get('context', stages.runningSumLast)) === index,
        };
        return [
            bank('R.stage.sum', last, 'stage', (index) => stages.runningSum + index, (before, index) => (index === 0 ? addends(before) : [held('R.stage.sum', index - 1)])),
            context,
        ];
    }
    /** Data that is loaded whenever its stage takes something. */
    function bank(name, count, indexName, stageOf, inputs) {
        return { name, count, indexName, control: false, isPort: false, stageOf, isLoaded: (now, index) => now.get('valid', stageOf(index)) === 1n, inputs };
    }
}
/** @throws InputError unless the fields are exactly the registers of the banks */
export function requireRegisterFields(subject, fields, banks) {
    const counts = new Map(banks.map(({ name, count }) => [name, count]));
    for (const { name, lanes } of fields) {
        const count = counts.get(name);
        if (count === undefined)
            throw new InputError(`${subject}: expected registers that an element of these parameters has, found ${name}`);
        if (lanes !== count)
            throw new InputError(`${subject}: field ${name}: expected ${count} registers, found ${lanes}`);
        counts.delete(name);
    }
    const missing = banks.find(({ name }) => counts.has(name));
    if (missing !== undefined)
        throw new InputError(`${subject}: expected a field ${missing.name}, found none`);
}
//# sourceMappingURL=element-registers.js.map