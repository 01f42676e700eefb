import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EVAL_UNITS } from '../../src/cli/eval/command.ts';
import { mlsim, start } from '../support/cli.ts';

describe('mlsim eval', () => {
  it.each(EVAL_UNITS)('answers the example of $name, and has its help', ({ name, example }) => {
    const options = example.options?.split(' ') ?? [];
    expect(mlsim(['eval', name, ...options], { input: `${example.input}\n` })).toEqual({ status: 0, stdout: `${example.output}\n`, stderr: '' });
    expect(mlsim(['eval', name, '--help']).stdout).toContain(`mlsim eval ${name}`);
  });

  it.each<[string, string, string, string]>([
    ['accumulator', '--acc-width 4', '1 0 1 7fff\n0 7 0 0001\n0 7 1 7fff\n', 'f 0\n8 1\n6 1\n'],
    ['accumulator', '--acc-width 4 --acc-overflow saturate', '1 3 0 4000\n0 7 0 0001\n', '8 1\n7 1\n'],
    ['multiplier', '--element 1,1 --element-y 0,7', '3 ff\n7 7f\n', '283\n283\n'],
    ['group-scaler', '--scale 8,0 --acc-width 8', '80 00 01\n', '80 7f1\n'],
    ['int-to-fp32', '--scale 3,0 --acc-width 8', '80 000\n', 'c3000000\n'],
    ['int-to-fp32', '--flush-to-zero', '000000001 76c\n', '00000000\n'],
    ['adder-tree', '--tree-width 2', '3f800000 33000000 33000000\n', '3f800000\n'],
    ['adder-tree', '--tree-width 2', '330000003f800000\n', '3f800000\n'],
    ['adder-tree', '--tree-width 2 --no-running-sum', '80000000 80000000\n', '80000000\n'],
    ['adder-tree', '--tree-width 2', '80000000 80000000\n', '00000000\n'],
    ['fp32-adder', '', '0x00000001 0X1\r\n\n  7F800000\tFF800000', '00000002\n7fc00000\n'],
    ['fp32-adder', '--flush-to-zero', '1 1\n', '00000000\n'],
    ['fp32-adder', '--testfloat', '7f800001 0\n7F7FFFFF 7F7FFFFF ffffffff 00\n', '7F800001 00000000 7FC00000 10\n7F7FFFFF 7F7FFFFF 7F800000 05\n'],
    ['fp32-multiplier', '--testfloat', '1 3f000000\n', '00000001 3F000000 00000000 03\n'],
    ['tensor-scale', '', '3f800000 7f000000 7f000000\n0 7f000000 7f000000\n', '7f800000\n7fc00000\n'],
    ['quantizer', '--element 2,1 --rounding stochastic --random-bits 4', '3f100000 3f800000 0 7\n3f100000 3f800000 0 8\n', '6\n6\n'],
  ])('%s %s', (unit, options, input, output) => {
    expect(mlsim(['eval', unit, ...options.split(' ').filter(Boolean)], { input })).toEqual({ status: 0, stdout: output, stderr: '' });
  });

  it.each<[string, string, string, string, RegExp]>([
    ['fp32-adder', '', '0 0\n0 x\n', '00000000\n', /^error: standard input: line 2: b: expected a hexadecimal word of 32 bits, found "x"\n$/],
    ['fp32-adder', '', '0 123456789\n', '', /line 1: b: expected a hexadecimal word of 32 bits/],
    ['fp32-adder', '', '0\n', '', /line 1: expected a b, found 1 word\n/],
    ['multiplier', '', '80 0\n', '', /line 1: x: expected a hexadecimal word of 7 bits, found "80"/],
    ['accumulator', '', '2 0 0 0\n', '', /line 1: first: expected a hexadecimal word of 1 bits/],
    ['quantizer', '', '7fc00000 3f800000 0\n', '', /line 1: x: expected a finite number/],
    ['quantizer', '', '3f800001 3f800000 0\n', '', /line 1: x: expected a magnitude of at most scale x tensor_scale/],
    ['quantizer', '', '0 0 0\n', '', /line 1: tensor_scale: expected a positive finite number/],
    ['adder-tree', '--tree-width 2 --no-running-sum', '0 0 0\n', '', /line 1: expected at most 2 terms, found 3/],
    ['adder-tree', '--tree-width 6', '', '', /^error: tree width: expected a power of two from 1 to 1024, found 6\n$/],
    ['fp32-adder', '', 'é 0\n', '', /line 1: a: expected a hexadecimal word of 32 bits, found "\?\?"/],
    ['fp32-adder', '', '0'.repeat(2 ** 21), '', /line 1: expected at most 1048576 characters, found more/],
  ])('%s %s rejects a bad line after answering those before it', (unit, options, input, output, message) => {
    const run = mlsim(['eval', unit, ...options.split(' ').filter(Boolean)], { input });
    expect(run).toMatchObject({ status: 2, stdout: output });
    expect(run.stderr).toMatch(message);
    expect(run.stderr.split('\n')).toHaveLength(2);
  });

  it.each([
    ['add', 'fp32-adder'],
    ['mul', 'fp32-multiplier'],
  ])("gives every answer of TestFloat's f32_%s, flags included", (operation, unit) => {
    const cases = gunzipSync(readFileSync(new URL(`../../vectors/testfloat/f32_${operation}.txt.gz`, import.meta.url))).toString();
    expect(cases.split('\n')).toHaveLength(46_465);
    expect(mlsim(['eval', unit, '--testfloat'], { input: cases })).toEqual({ status: 0, stdout: cases, stderr: '' });
  });

  it('answers each line as soon as it is fed', async () => {
    const child = start(['eval', 'fp32-adder']);
    for (const [line, answer] of [
      ['3f800000 3f800000\n', '40000000\n'],
      ['40000000 3f800000\n', '40400000\n'],
    ]) {
      child.stdin.write(line);
      const [part] = (await once(child.stdout, 'data')) as [Buffer];
      expect(part.toString()).toBe(answer);
    }
    // Half a line has no answer yet; its end brings one.
    child.stdin.write('3f800000 ');
    child.stdin.end('0');
    const [rest] = (await once(child.stdout, 'data')) as [Buffer];
    expect(rest.toString()).toBe('3f800000\n');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says so in one line when its reader goes away', async () => {
    const child = start(['eval', 'fp32-adder']);
    let errors = '';
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.write('0 0\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const more = setInterval(() => child.stdin.write('0 0\n'.repeat(1000)), 5);
    const [status] = (await once(child, 'close')) as [number];
    clearInterval(more);
    expect(status).toBe(2);
    expect(errors).toBe('error: standard output: closed by its reader before all was written (EPIPE)\n');
  });
});
