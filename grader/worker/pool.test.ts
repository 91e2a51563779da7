import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { GraderFault, PackFault } from '../faults.ts';
import { sampleBundle, sampleRequest, sampleVerdict } from './fakes/sample-grading.ts';
import { openPool, type Pool, type PoolOptions } from './pool.ts';

const script = fileURLToPath(new URL('./fakes/fake-child.ts', import.meta.url));
const pools: Pool[] = [];

function openFakePool(options: Partial<PoolOptions> = {}): Pool {
  const pool = openPool({ imagesDir: '/nonexistent', script, size: 1, spare: 0, ...options });
  pools.push(pool);
  return pool;
}

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

/** The fake answers some questions by a fault's message. */
async function ask(pool: Pool, source: string, exercise = sampleBundle): Promise<string> {
  const fault: unknown = await pool.grade({ ...sampleRequest(source), exercise }).catch((error: unknown) => error);
  if (fault instanceof GraderFault) return fault.message;
  throw new Error(`Expected a fault, got ${JSON.stringify(fault)}.`);
}

describe('the pool', { timeout: 30_000 }, () => {
  test('gives the verdict of a child', async () => {
    expect(await openFakePool().grade(sampleRequest('pass'))).toEqual(sampleVerdict());
  });

  test('gives the outline of a child', async () => {
    expect(await openFakePool().outline(sampleBundle)).toEqual([]);
  });

  test('performs as many tasks at once as it has places', async () => {
    const pool = openFakePool({ size: 2, spare: 0 });
    void pool.grade(sampleRequest('hang')).catch(() => undefined);
    expect(await ask(pool, 'pid')).toMatch(/^\d+$/);
  });

  test('performs no more at once than it has places, whatever is spare', async () => {
    const pool = openFakePool({ size: 1, spare: 1 });
    const order: string[] = [];
    const tasks = ['slow 400', 'pass'].map((source) =>
      pool.grade(sampleRequest(source)).then(() => order.push(source)),
    );
    await Promise.all(tasks);
    expect(order).toEqual(['slow 400', 'pass']);
  });

  test('prefers the child that worked on the exercise before', async () => {
    const pool = openFakePool({ size: 2 });
    const askAbout = (digit: number) => {
      const exercise = { ...sampleBundle, contentHash: String(digit).repeat(64) };
      return ask(pool, 'pid 100', exercise);
    };
    // Exercises of an own child each; both go to the first child as long as the second one is not ready.
    let [digit, first, second] = [0, '', ''];
    while (first === second) {
      digit = (digit + 2) % 10;
      [first = '', second = ''] = await Promise.all([askAbout(digit), askAbout(digit + 1)]);
    }
    for (let n = 0; n < 3; n += 1) {
      expect(await askAbout(digit)).toBe(first);
      expect(await askAbout(digit + 1)).toBe(second);
    }
  });

  test('replaces a child after so many tasks', async () => {
    const pool = openFakePool({ recycleAfter: 2, spare: 0 });
    const pids = [await ask(pool, 'pid'), await ask(pool, 'pid'), await ask(pool, 'pid')];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  test('hands the faults of packs and of ours through', async () => {
    const pool = openFakePool();
    const broken: unknown = await pool.grade(sampleRequest('broken')).catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(PackFault);
    expect(broken).toMatchObject({ message: 'No scenario.', at: { file: 'scenarios.py', line: 3 } });
    await expect(pool.grade(sampleRequest('fault'))).rejects.toThrow(new GraderFault('The judge died.'));
  });

  test('waiting tasks fail with the reason when no child starts', async () => {
    const pool = openFakePool({ script: fileURLToPath(new URL('./fakes/no-such-file.ts', import.meta.url)) });
    await expect(pool.waitUntilReady()).rejects.toThrow(/did not start.*no-such-file/s);
    await expect(pool.grade(sampleRequest('pass'))).rejects.toThrow(/did not start.*no-such-file/s);
  });

  test('closing it fails what is waiting and what is running', async () => {
    const pool = openFakePool();
    const tasks = [pool.grade(sampleRequest('hang')), pool.grade(sampleRequest('pass'))];
    const results = Promise.allSettled(tasks);
    await pool.close();
    for (const result of await results)
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'GraderFault' } });
    await expect(pool.grade(sampleRequest('pass'))).rejects.toThrow(GraderFault);
  });
});

describe('a submission that ends its child twice gets a verdict', { timeout: 60_000 }, () => {
  const cases = [
    ['an endless loop that uses the processor', 'spin', { cpuLimitMs: 500 }, 'cpu'],
    ['one that waits for ever', 'hang', { wallLimitMs: 500 }, 'cpu'],
    ['memory without end', 'grow', { residentLimitMb: 400 }, 'memory'],
    ['a crash', 'crash', {}, 'exit'],
    ['an exit', 'exit', {}, 'exit'],
    ['an answer that is no message', 'babble', {}, 'exit'],
    ['an answer to another task', 'forge', {}, 'exit'],
  ] as const;

  test.for(cases)('%s', async ([, source, options, resource]) => {
    const pool = openFakePool(options);
    const verdict = await pool.grade(sampleRequest(source));
    expect(verdict).toEqual({
      ...sampleVerdict(),
      status: 'errored',
      score: { earned: 0, possible: 3 },
      error: { diagnosis: { code: 'resource_limit', resource, line: null }, exception: null },
    });
    expect(await pool.grade(sampleRequest('pass'))).toEqual(sampleVerdict());
  });
});

describe('a death that the submission cannot be blamed for is a fault of ours', { timeout: 30_000 }, () => {
  test('a child killed from outside', async () => {
    await expect(openFakePool().grade(sampleRequest('killed'))).rejects.toThrow(GraderFault);
  });

  test('a child that never begins', async () => {
    await expect(openFakePool({ silenceLimitMs: 300 }).grade(sampleRequest('silent'))).rejects.toThrow('silent');
  });
});

describe('a child', { timeout: 30_000 }, () => {
  test('has an empty environment and is refused files, network, processes and threads', async () => {
    const { environment, ...attempts } = JSON.parse(await ask(openFakePool(), 'probe')) as Record<string, string>;
    expect(environment).toBe('{}');
    expect(Object.keys(attempts)).toHaveLength(9);
    expect(new Set(Object.values(attempts))).toEqual(new Set(['ERR_ACCESS_DENIED']));
  });

  test('is gone when its pool is closed', async () => {
    const pool = openFakePool({ spare: 0 });
    const pid = await ask(pool, 'pid');
    expect(existsSync(`/proc/${pid}`)).toBe(process.platform === 'linux');
    await pool.close();
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});
