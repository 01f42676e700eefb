/** The arithmetics that are compared, and the hardware units that an energy is known for (paper Tab. 4). */

export const ARITHMETICS = ['fp32', 'fp8', 'int8', 'mls'] as const;
export type Arithmetic = (typeof ARITHMETICS)[number];

export const ARITHMETIC_TITLES: Readonly<Record<Arithmetic, string>> = {
  fp32: 'full precision, binary32',
  fp8: 'HFP8, 8-bit floating point',
  int8: '8-bit integers',
  mls: 'multi-level scaling <2,4>',
};

export const UNITS = ['mul', 'localAcc', 'groupScale', 'treeAdd'] as const;
export type Unit = (typeof UNITS)[number];

export const UNIT_TITLES: Readonly<Record<Unit, string>> = {
  mul: 'multiplication',
  localAcc: 'addition in the local accumulator',
  groupScale: 'group-wise scaling',
  treeAdd: 'addition in the adder tree',
};

/** The units that an arithmetic's convolutions use. Only MLS scales groups. */
export const UNITS_OF: Readonly<Record<Arithmetic, readonly Unit[]>> = {
  fp32: ['mul', 'localAcc', 'treeAdd'],
  fp8: ['mul', 'localAcc', 'treeAdd'],
  int8: ['mul', 'localAcc', 'treeAdd'],
  mls: UNITS,
};
