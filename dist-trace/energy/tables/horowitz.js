export const horowitzTable = {
    name: 'horowitz-45nm',
    title: 'Horowitz, 45 nm',
    source: 'Horowitz, "Computing\'s Energy Problem (and what we can do about it)", ISSCC 2014, Fig. 1.1.9',
    process: '45 nm, 0.9 V; rough energies',
    arithmetics: {
        fp32: {
            title: 'binary32',
            source: '32-bit floating point: multiplication 3.7 pJ, addition 0.9 pJ',
            costs_fJ: { mul: 3700, localAcc: 900, treeAdd: 900 },
        },
        fp8: {
            title: 'HFP8',
            source: 'no figure for an 8-bit floating-point multiplication; sums are binary32, 0.9 pJ',
            costs_fJ: { mul: null, localAcc: 900, treeAdd: 900 },
        },
        int8: {
            title: '8-bit integers',
            source: '8-bit integer multiplication 0.2 pJ, 32-bit integer addition 0.1 pJ',
            note: 'accumulation and tree in 32-bit integers',
            costs_fJ: { mul: 200, localAcc: 100, treeAdd: 100 },
        },
        mls: {
            title: 'MLS <2,4>',
            source: 'no figure for the multiplication of two <2,4> elements and for group scaling; 32-bit integer addition 0.1 pJ, binary32 addition 0.9 pJ',
            costs_fJ: { mul: null, localAcc: 100, groupScale: null, treeAdd: 900 },
        },
    },
    memory: {
        source: 'Horowitz, ISSCC 2014, Fig. 1.1.9: cache of 64-bit words, DRAM 1.3 to 2.6 nJ an access',
        sram: [
            { bytes: 8 * 1024, accessBits: 64, access_fJ: 10_000 },
            { bytes: 32 * 1024, accessBits: 64, access_fJ: 20_000 },
            { bytes: 1024 * 1024, accessBits: 64, access_fJ: 100_000 },
        ],
        dram: { accessBits: 64, low_fJ: 1_300_000, high_fJ: 2_600_000 },
    },
    otherFigures: [
        { name: '8-bit integer addition', fJ: 30 },
        { name: '32-bit integer addition', fJ: 100 },
        { name: '16-bit floating-point multiplication', fJ: 1100 },
        { name: '16-bit floating-point addition', fJ: 400 },
    ],
};
//# sourceMappingURL=horowitz.js.map