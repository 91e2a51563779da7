import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { isAlive } from './alive.ts';
import { inRoot } from '../project.mjs';
import { Service } from './service.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'overlap-service-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the process of this name has printed: a word per line. */
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean);

function start(name: string, code: string, graceMs = 5_000, onGivenUp: (reason: string) => void = () => {}): Service {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  const output = openSync(path.join(folder, name), 'a');
  return new Service({ name: 'The process', args: [file], env: process.env, graceMs, output, onGivenUp });
}

describe('a long-running process', () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  let service: Service | undefined;
  afterEach(() => service?.stop());
  afterAll(() => silence.mockRestore());

  test('is started again when it ends by itself', async () => {
    service = start('mortal', 'console.log(process.pid); setTimeout(() => process.exit(1), 20);');
    await vi.waitFor(() => expect(read('mortal').length).toBeGreaterThan(1), 10_000);
    expect(new Set(read('mortal')).size).toBe(read('mortal').length);
  });

  test('that cannot be kept running is given up', async () => {
    const reason = await new Promise<string>((resolve) => {
      service = start('broken', 'process.exit(3);', 5_000, resolve);
    });
    expect(reason).toBe('The process ended (exit code 3) 5 times in a minute');
  }, 20_000);

  test('may finish what it does when it is told to stop', async () => {
    service = start(
      'polite',
      "console.log('ready'); process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(); }, 50)); setInterval(() => {}, 1000);",
    );
    await vi.waitFor(() => expect(read('polite')).toEqual(['ready']), 10_000);
    await service.stop();
    expect(read('polite')).toEqual(['ready', 'finished']);
  });

  test('that does not stop is killed, with its own children', async () => {
    const code = `import { spawn } from 'node:child_process';
      process.on('SIGTERM', () => {});
      console.log(process.pid);
      console.log(spawn('sleep', ['60']).pid);`;
    service = start('stubborn', code, 100);
    await vi.waitFor(() => expect(read('stubborn')).toHaveLength(2), 10_000);
    await service.stop();
    for (const pid of read('stubborn')) await vi.waitFor(() => expect(isAlive(Number(pid))).toBe(false), 2_000);
  });
});

test('a process that watches its parent ends soon after the parent was killed', async () => {
  const child = path.join(folder, 'orphan.mjs');
  const parent = path.join(folder, 'parent.mjs');
  writeFileSync(child, 'console.log(process.pid); setInterval(() => {}, 1000);');
  const preload = inRoot('scripts', 'processes', 'stop-with-parent.mjs');
  writeFileSync(
    parent,
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['--import', ${JSON.stringify(preload)}, ${JSON.stringify(child)}], { stdio: 'inherit', detached: true });`,
  );
  const output = openSync(path.join(folder, 'orphan'), 'a');
  const env = { ...process.env, OVERLAP_BEGAN_WALL_MS: '0' };
  const launcher = spawn(process.execPath, [parent], { stdio: ['ignore', output, output], env });
  await vi.waitFor(() => expect(read('orphan')).toHaveLength(1), 10_000);
  launcher.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(Number(read('orphan')[0]))).toBe(false), 5_000);
});
