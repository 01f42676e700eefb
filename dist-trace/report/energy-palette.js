const WHITE = '#ffffff';
const INK = '#10151a';
const on = (text) => (fill) => ({ fill, text });
const [white, ink] = [on(WHITE), on(INK)];
export const LIGHT = {
    ground: WHITE,
    rows: {
        convMul: white('#1d5a9e'),
        convLocalAcc: ink('#4f93cf'),
        convGroupScale: white('#7b4bb3'),
        convTreeAdd: white('#c2480a'),
        bn: white('#55616c'),
        fc: ink('#84909b'),
        sgd: white('#353f48'),
        ewAdd: white('#7d6e14'),
        dqActivation: white('#0e7a66'),
        dqWeight: ink('#2b9c84'),
    },
    passes: { forward: '#1d4e89', weightGradient: '#d0660f', inputGradient: '#2f9a86', backward: '#8a4fb0', step: '#7d8792' },
    several: '#1d5a9e',
    single: '#c2480a',
};
export const DARK = {
    ground: '#1d2125',
    rows: {
        convMul: ink('#5b9fe6'),
        convLocalAcc: ink('#a5cdf5'),
        convGroupScale: ink('#b48ae6'),
        convTreeAdd: ink('#ff8f4d'),
        bn: ink('#8e9aa6'),
        fc: ink('#c3ccd4'),
        sgd: ink('#7a8691'),
        ewAdd: ink('#d8c65a'),
        dqActivation: ink('#35b096'),
        dqWeight: ink('#8fe0cd'),
    },
    passes: { forward: '#4f93e0', weightGradient: '#ffad66', inputGradient: '#5fd0b8', backward: '#c79bea', step: '#8e9aa6' },
    several: '#5b9fe6',
    single: '#ff8f4d',
};
/** Rules for elements of class `row-ROW`, `pass-PASS`, `bar-several` and `bar-single`, and for the text in them. */
export function paletteCss({ rows, passes, several, single }) {
    return [
        ...Object.entries(rows).flatMap(([row, { fill, text }]) => [`.row-${row} { fill: ${fill}; background: ${fill}; color: ${text}; }`, `svg text.on-${row} { fill: ${text}; }`]),
        ...Object.entries(passes).map(([pass, fill]) => `.pass-${pass} { fill: ${fill}; background: ${fill}; }`),
        ...Object.entries({ several, single }).map(([name, fill]) => `.bar-${name} { fill: ${fill}; background: ${fill}; }`),
    ].join('\n');
}
//# sourceMappingURL=energy-palette.js.map