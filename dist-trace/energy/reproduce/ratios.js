import { conventionNamed } from "../convention.js";
import { estimate } from "../estimate.js";
import { paperTable } from "../tables/tables.js";
import { compareCell } from "./cell.js";
import { energyIn, published } from "./published-run.js";
/** One group of a 3x3 convolution. */
const ONE_GROUP = {
    name: 'one group',
    layers: [
        {
            name: '3x3',
            kind: 'conv',
            ci: 1,
            co: 1,
            kernel: [3, 3],
            stride: [1, 1],
            padding: [0, 0],
            dilation: [1, 1],
            groups: 1,
            input: [3, 3],
            normalized: false,
            bias: false,
            fromInput: false,
        },
    ],
    additions: [],
};
export function equation9() {
    const scope = { workload: 'inference', convention: conventionNamed('datapath'), batch: 1 };
    const convolution = (arithmetic) => {
        const { rows } = estimate(ONE_GROUP, scope, paperTable, arithmetic);
        return rows.convMul + rows.convLocalAcc + rows.convGroupScale + rows.convTreeAdd;
    };
    const exact = { numerator: convolution('fp32'), denominator: convolution('mls') };
    return [compareCell({ where: 'Eq. 9', what: 'fp32/mls of a 3x3 convolution', printed: '11.5', digits: 3 }, exact)];
}
/** The networks of the paper's estimate, with the topologies that its counts imply. */
export const RANGE_NETWORKS = ['paper-resnet18', 'paper-resnet34', 'vgg16-bn', 'googlenet'];
const RANGES = [
    { arithmetic: 'fp32', low: '8.3', high: '10.2' },
    { arithmetic: 'fp8', low: '1.9', high: '2.3' },
];
/** The networks' ratios, lowest first. */
export function networkRatios(arithmetic) {
    const ratios = RANGE_NETWORKS.map((network) => {
        const report = published(network);
        const energy = energyIn(report, arithmetic);
        return { network, exact: { numerator: energy.total, denominator: energyIn(report, 'mls').total } };
    });
    return ratios.toSorted((a, b) => Number(a.exact.numerator * b.exact.denominator - b.exact.numerator * a.exact.denominator));
}
export function ranges() {
    return RANGES.flatMap(({ arithmetic, low, high }) => {
        const ratios = networkRatios(arithmetic);
        const end = (what, printed, { network, exact }) => compareCell({ where: 'section 5.4', what: `${arithmetic}/mls, ${what}`, network, printed, digits: printed.replace('.', '').length }, exact);
        return [end('lowest', low, ratios[0]), end('highest', high, ratios[ratios.length - 1])];
    });
}
//# sourceMappingURL=ratios.js.map