export const paperTable = {
    name: 'paper',
    title: 'Tab. 4 of the MLS paper',
    source: 'Zhong, Ning et al., "Exploring the Potential of Low-bit Training of Convolutional Neural Networks", arXiv:2006.02804, Tab. 4',
    process: 'TSMC 65 nm, 1 GHz, Design Compiler',
    arithmetics: {
        fp32: {
            title: 'full precision',
            source: 'Tab. 4: multiplication 2.311 mW, accumulation 0.512 mW',
            costs_fJ: { mul: 2311, localAcc: 512, treeAdd: 512 },
        },
        fp8: {
            title: 'HFP8 (Sun et al., 2019)',
            source: 'Tab. 4: multiplication 0.105 mW, accumulation 0.512 mW',
            costs_fJ: { mul: 105, localAcc: 512, treeAdd: 512 },
        },
        int8: {
            title: '8-bit integers (Yang et al., 2020)',
            source: 'Tab. 4: multiplication 0.155 mW, accumulation 0.065 mW',
            note: 'Tab. 4 has no tree entry: additions in the tree at the cost of local ones are an assumption',
            costs_fJ: { mul: 155, localAcc: 65, treeAdd: 65 },
        },
        mls: {
            title: 'MLS <2,4>',
            source: 'Tab. 4: multiplication 0.124 mW, local accumulation and group scaling 0.065 mW each, adder tree 0.512 mW',
            costs_fJ: { mul: 124, localAcc: 65, groupScale: 65, treeAdd: 512 },
        },
    },
};
//# sourceMappingURL=paper.js.map