/** The arithmetics that are compared, and the hardware units that an energy is known for (paper Tab. 4). */
export const ARITHMETICS = ['fp32', 'fp8', 'int8', 'mls'];
export const ARITHMETIC_TITLES = {
    fp32: 'full precision, binary32',
    fp8: 'HFP8, 8-bit floating point',
    int8: '8-bit integers',
    mls: 'multi-level scaling <2,4>',
};
export const UNITS = ['mul', 'localAcc', 'groupScale', 'treeAdd'];
export const UNIT_TITLES = {
    mul: 'multiplication',
    localAcc: 'addition in the local accumulator',
    groupScale: 'group-wise scaling',
    treeAdd: 'addition in the adder tree',
};
/** The units that an arithmetic's convolutions use. Only MLS scales groups. */
export const UNITS_OF = {
    fp32: ['mul', 'localAcc', 'treeAdd'],
    fp8: ['mul', 'localAcc', 'treeAdd'],
    int8: ['mul', 'localAcc', 'treeAdd'],
    mls: UNITS,
};
//# sourceMappingURL=arithmetic.js.map