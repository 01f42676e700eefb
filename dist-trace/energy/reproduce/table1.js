import { compareCell } from "./cell.js";
import { published } from "./published-run.js";
const CELLS = ['conv, forward', 'conv, backward', 'BN, elements', 'FC', 'EW-Add, forward', 'EW-Add, backward', 'SGD update'];
/** As printed; zeros have no significant digit. */
const PRINTED = [
    {
        network: 'paper-resnet18',
        cells: {
            'conv, forward': '1.88E+9',
            'conv, backward': '4.22E+9',
            'BN, elements': '3.06E+6',
            FC: '5.12E+5',
            'EW-Add, forward': '7.53E+5',
            'EW-Add, backward': '9.28E+5',
            'SGD update': '1.15E+7',
        },
    },
    {
        network: 'googlenet',
        cells: {
            'conv, forward': '1.58E+9',
            'conv, backward': '3.05E+9',
            'BN, elements': '3.23E+6',
            FC: '1.02E+6',
            'EW-Add, forward': '0',
            'EW-Add, backward': '0',
            'SGD update': '5.97E+6',
        },
    },
];
const DIGITS = 3;
const NOTES = { FC: 'once for each weight', 'SGD update': 'once for each weight' };
function counted({ conv, bn, fc, ewAdd, sgd }) {
    return {
        'conv, forward': conv.forward.mul,
        'conv, backward': conv.weightGradient.mul + conv.inputGradient.mul,
        'BN, elements': bn.elements,
        FC: fc.elements,
        'EW-Add, forward': ewAdd.forward,
        'EW-Add, backward': ewAdd.backward,
        'SGD update': sgd.elements,
    };
}
export function table1() {
    return PRINTED.flatMap(({ network, cells }) => {
        const values = counted(published(network).counts);
        return CELLS.map((what) => compareCell({ where: 'Tab. 1', what, network, printed: cells[what], digits: DIGITS, note: NOTES[what] }, { numerator: values[what], denominator: 1n }));
    });
}
//# sourceMappingURL=table1.js.map