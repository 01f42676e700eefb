import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { abortOpenOutputs, openOutput } from '../../src/io/atomic-file.ts';
import { temporaryFolder } from './support.ts';

const root = temporaryFolder();
let folder = '';
let counter = 0;
beforeEach(() => {
  folder = join(root, `test${counter++}`);
  mkdirSync(folder);
});
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const bytes = (content: string) => Buffer.from(content);

describe('an output', () => {
  it('appears at commit, whole, with the default mode, and leaves nothing else', () => {
    const out = openOutput(at('x'));
    out.write(bytes('one '));
    expect(existsSync(at('x'))).toBe(false);
    out.write(bytes('two'));
    out.commit();
    expect(readdirSync(folder)).toEqual(['x']);
    expect(text('x')).toBe('one two');
    writeFileSync(at('plain'), '');
    expect(statSync(at('x')).mode & 0o777).toBe(statSync(at('plain')).mode & 0o777);
  });

  it('replaces a file at commit and keeps its mode', () => {
    writeFileSync(at('x'), 'old');
    chmodSync(at('x'), 0o640);
    const out = openOutput(at('x'));
    out.write(bytes('new'));
    expect(text('x')).toBe('old');
    out.commit();
    expect(text('x')).toBe('new');
    expect(statSync(at('x')).mode & 0o777).toBe(0o640);
  });

  it('leaves all as it was when aborted, also twice, and does nothing after commit', () => {
    writeFileSync(at('x'), 'old');
    const out = openOutput(at('x'));
    out.write(bytes('new'));
    out.abort();
    out.abort();
    expect(readdirSync(folder)).toEqual(['x']);
    expect(text('x')).toBe('old');
    const second = openOutput(at('y'));
    second.commit();
    second.abort();
    expect(text('y')).toBe('');
    expect(() => {
      second.write(bytes('more'));
    }).toThrow('already committed or aborted');
    expect(() => {
      out.commit();
    }).toThrow('already committed or aborted');
  });

  it('all that are open are aborted together', () => {
    const done = openOutput(at('done'));
    done.commit();
    openOutput(at('a')).write(bytes('a'));
    openOutput(at('b')).write(bytes('b'));
    abortOpenOutputs();
    abortOpenOutputs();
    expect(readdirSync(folder)).toEqual(['done']);
  });

  it('of more than one write of the system is whole', () => {
    const content = new Uint8Array(2 ** 22 * 2 + 5).map((_, i) => i % 251);
    const out = openOutput(at('x'));
    out.write(content);
    out.commit();
    expect(Buffer.compare(readFileSync(at('x')), content)).toBe(0);
  });

  it('follows symbolic links, also dangling ones, and keeps them', () => {
    mkdirSync(at('there'));
    writeFileSync(at('there/real'), 'old');
    symlinkSync('there/real', at('link'));
    symlinkSync('link', at('chain'));
    symlinkSync('there/new', at('dangling'));
    symlinkSync(at('there/far'), at('absolute'));
    for (const name of ['chain', 'dangling', 'absolute']) {
      const out = openOutput(at(name));
      out.write(bytes(name));
      out.commit();
      expect(lstatSync(at(name)).isSymbolicLink()).toBe(true);
    }
    expect(text('there/real')).toBe('chain');
    expect(text('there/new')).toBe('dangling');
    expect(text('there/far')).toBe('absolute');
    expect(readdirSync(at('there')).sort()).toEqual(['far', 'new', 'real']);
    expect(readdirSync(folder).sort()).toEqual(['absolute', 'chain', 'dangling', 'link', 'there']);
  });

  it('that cannot be opened is an InputError of one line, at once', () => {
    writeFileSync(at('file'), '');
    symlinkSync('loop', at('loop'));
    expect(() => openOutput(at('none/x'))).toThrow(new InputError(`${at('none/x')}: cannot write: no such file or directory (ENOENT)`));
    expect(() => openOutput(at('file/x'))).toThrow('cannot write: not a directory (ENOTDIR)');
    expect(() => openOutput(at('loop'))).toThrow('(ELOOP)');
    expect(() => openOutput(folder)).toThrow(new InputError(`${folder}: cannot write: expected a file, found a directory`));
    expect(() => openOutput(at('new/'))).toThrow('new/: cannot write: expected a file, found a folder name');
    expect(() => openOutput('')).toThrow('"": cannot write: expected a file, found a folder name');
    expect(() => openOutput('a\0b')).toThrow('a?b: cannot write: not a valid path');
    expect(() => openOutput(at('x'.repeat(300)))).toThrow('(ENAMETOOLONG)');
    expect(readdirSync(folder).sort()).toEqual(['file', 'loop']);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written is an InputError, at once', () => {
    writeFileSync(at('x'), 'old');
    chmodSync(at('x'), 0o444);
    expect(() => openOutput(at('x'))).toThrow('cannot write: permission denied (EACCES)');
    mkdirSync(at('closed'), 0o555);
    expect(() => openOutput(at('closed/x'))).toThrow('cannot write: permission denied (EACCES)');
  });

  it('that cannot be renamed leaves no temporary', () => {
    const out = openOutput(at('x'));
    mkdirSync(at('x'));
    expect(() => {
      out.commit();
    }).toThrow(/x: cannot write: .*\(E[A-Z]+\)$/);
    expect(readdirSync(folder)).toEqual(['x']);
    abortOpenOutputs();
  });

  it('whose temporary has vanished fails at commit, and its abort is quiet', () => {
    const out = openOutput(at('x'));
    for (const name of readdirSync(folder)) unlinkSync(at(name));
    expect(() => {
      out.commit();
    }).toThrow('no such file or directory (ENOENT)');
    out.abort();
  });
});

describe.skipIf(!existsSync('/dev/full'))('an output that is not a regular file', () => {
  it('is written directly: /dev/null', () => {
    const out = openOutput('/dev/null');
    out.write(bytes('x'));
    out.commit();
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('reports a full device as one line: /dev/full', () => {
    const out = openOutput('/dev/full');
    expect(() => {
      out.write(bytes('x'));
    }).toThrow(new InputError('/dev/full: cannot write: no space left on device (ENOSPC)'));
    out.abort();
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  it('is written directly: a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('cat', [at('pipe')]);
    let received = '';
    reader.stdout.on('data', (chunk: Buffer) => (received += chunk.toString()));
    const out = openOutput(at('pipe'));
    out.write(bytes('through'));
    out.commit();
    await once(reader, 'close');
    expect(received).toBe('through');
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  const script = `
    const { openOutput } = await import(${JSON.stringify(new URL('../../src/io/atomic-file.ts', import.meta.url).href)});
    const out = openOutput('/dev/stdout');
    out.write(Buffer.from('output'));
    out.commit();`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];

  it('is written directly: standard output to a socket, as a Node parent gives', () => {
    expect(spawnSync(process.execPath, node, { encoding: 'utf8' })).toMatchObject({ stdout: 'output', stderr: '', status: 0 });
  });

  it.skipIf(!existsSync('/usr/bin/perl'))('is written directly: standard output to a pipe, waiting for a slow reader even when it is non-blocking', () => {
    // Perl makes the pipe non-blocking and the reader starts late; 1 MB is more than a pipe holds.
    const big = script.replace("Buffer.from('output')", 'new Uint8Array(1e6)');
    writeFileSync(at('run.sh'), `"$@" | (sleep 1; wc -c)`);
    const nonBlocking = 'use Fcntl; fcntl(STDOUT, F_SETFL, O_WRONLY | O_NONBLOCK); exec @ARGV';
    const command = ['sh', at('run.sh'), 'perl', '-e', nonBlocking, process.execPath, ...node.slice(0, -1), big];
    const { stdout, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: '1000000', stderr: '' });
  });

  it('goes on where a redirected standard output stands', () => {
    const fd = openSync(at('log'), 'w');
    writeSync(fd, 'before ');
    const { status } = spawnSync(process.execPath, node, { stdio: ['ignore', fd, 'inherit'] });
    writeSync(fd, ' after');
    closeSync(fd);
    expect(status).toBe(0);
    expect(text('log')).toBe('before output after');
    expect(readdirSync(folder)).toEqual(['log']);
  });
});
