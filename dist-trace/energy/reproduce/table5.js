import { compareCell } from "./cell.js";
import { energyIn, published } from "./published-run.js";
const NETWORK = 'paper-resnet34';
const MICROJOULE = 10n ** 9n;
export function table5() {
    const report = published(NETWORK);
    const { counts } = report;
    const fp32 = energyIn(report, 'fp32');
    const mls = energyIn(report, 'mls');
    const { forward, weightGradient, inputGradient } = counts.conv;
    const conv = (unit) => forward[unit] + weightGradient[unit] + inputGradient[unit];
    const withWeights = mls.total + mls.notInSum.dqWeight;
    const cell = (what, printed, digits, exact, more = {}) => compareCell({ where: 'Tab. 5', what, network: NETWORK, printed, digits, ...more }, exact);
    const count = (what, printed, digits, value, more = {}) => cell(what, printed, digits, { numerator: value, denominator: 1n }, more);
    const energy = (what, printed, digits, value, more = {}) => cell(what, printed, digits, { numerator: value, denominator: MICROJOULE }, { unit: 'uJ', ...more });
    return [
        count('conv, number of products', '1.12186E+10', 6, conv('mul')),
        count('conv, number of tree additions', '1.21178E+9', 6, conv('treeAdd')),
        energy('conv, fp32 multiplications', '25900', 3, fp32.rows.convMul),
        energy('conv, fp32 additions', '5740', 3, fp32.rows.convLocalAcc + fp32.rows.convTreeAdd),
        energy('conv, mls multiplications', '1390', 3, mls.rows.convMul),
        energy('conv, mls local accumulation and group scaling', '729', 3, mls.rows.convLocalAcc + mls.rows.convGroupScale),
        energy('conv, mls tree additions', '620', 3, mls.rows.convTreeAdd),
        count('BN, number of multiplications', '4.87E+7', 3, counts.bn.mul, { inconsistent: BN_SWAPPED }),
        count('BN, number of additions', '4.38E+7', 3, counts.bn.add, { inconsistent: BN_SWAPPED }),
        energy('BN, multiplications', '101.2', 4, part(fp32, 'bn', 'mul')),
        energy('BN, additions', '24.92', 4, part(fp32, 'bn', 'add')),
        count('FC, number of operations', '3.072E+6', 4, counts.fc.mul),
        energy('FC, multiplications', '7.10', 3, part(fp32, 'fc', 'mul')),
        energy('FC, additions', '1.573', 4, part(fp32, 'fc', 'add')),
        count('SGD update, number of operations', '5.1601E+7', 5, counts.sgd.mul),
        energy('SGD update, multiplications', '119.3', 3, part(fp32, 'sgd', 'mul'), { note: 'equal at three digits: exactly 119.2498, and 119.25 rounds to 119.3' }),
        energy('SGD update, additions', '26.4', 3, part(fp32, 'sgd', 'add')),
        count('DQ of activations and errors, number of additions', '1.95E+6', 3, counts.dqActivation.add, { inconsistent: 'printed with a wrong exponent: 1.95E+7' }),
        energy('DQ with weights, mls multiplications', '249.0', 4, part(mls, 'dqActivation', 'mul') + part(mls, 'dqWeight', 'mul')),
        energy('DQ with weights, mls additions', '27.58', 4, part(mls, 'dqActivation', 'add') + part(mls, 'dqWeight', 'add')),
        energy('EW-Add, additions', '1.477', 4, part(mls, 'ewAdd', 'add')),
        energy('EW-Add, mls multiplications', '6.668', 4, part(mls, 'ewAdd', 'mul')),
        energy('sum, fp32', '31952', 5, fp32.total),
        energy('sum, mls, without DQ of weights', '3130', 3, mls.total, { note: 'exactly 3129.3' }),
        energy('sum, mls, of all rows that are printed', '3130', 3, withWeights, { inconsistent: 'the printed sum leaves the printed row of weight DQ out' }),
        cell('ratio of the sums', '10.21', 4, { numerator: fp32.total, denominator: mls.total }),
        cell('ratio of the sums, with DQ of weights', '10.21', 4, { numerator: fp32.total, denominator: withWeights }, { inconsistent: 'the printed sum leaves the printed row of weight DQ out' }),
    ];
}
const BN_SWAPPED = "the amounts of multiplications and additions are printed in each other's place; their energies are right";
/** One operation's share of a row. */
function part({ charges }, row, operation) {
    return charges.filter((charge) => charge.row === row && charge.operation === operation).reduce((sum, { energy_fJ }) => sum + energy_fJ, 0n);
}
//# sourceMappingURL=table5.js.map