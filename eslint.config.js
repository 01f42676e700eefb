import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of src, lowest first: a room may import itself and rooms listed for it, nothing else. */
const rooms = {
  bits: [],
  formats: ['bits'],
  units: ['bits', 'formats'],
  sim: ['bits', 'formats', 'units'],
  networks: ['bits', 'formats', 'units', 'sim'],
  energy: ['bits', 'formats', 'units', 'sim', 'networks'],
  io: ['bits', 'formats'],
  golden: ['bits', 'formats', 'units', 'sim'],
  width: ['bits', 'formats', 'units', 'sim', 'networks'],
  testing: ['bits', 'formats', 'units', 'sim', 'width'],
  report: ['bits', 'formats', 'units', 'sim', 'networks', 'energy', 'golden', 'width', 'io'],
  cli: ['bits', 'formats', 'units', 'sim', 'networks', 'energy', 'golden', 'width', 'io', 'report'],
};

const importDirection = Object.entries(rooms).map(([room, below]) => {
  const forbidden = Object.keys(rooms).filter((other) => other !== room && !below.includes(other));
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...forbidden.map((other) => `**/${other}/**`), '**/index.ts'],
              message: `src/${room} may import only ${['itself', ...below].join(', ')}.`,
            },
          ],
        },
      ],
      ...(room === 'cli' || room === 'io' ? {} : { 'no-restricted-globals': ['error', 'process', 'console'] }),
    },
  };
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'vectors/real/generate/', 'src/sim/fast/assembly/', 'src/io/assembly/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.mjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
  ...importDirection,
);
