// Starts the web server and the workers, and stops them: the web server first, so that nothing new comes in.
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../project.mjs';
import { Service, type ServiceOptions } from './service.ts';

const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');

/** Open pages hold event streams; they reconnect, so there is no point in waiting for them. */
const WEB_GRACE_MS = 3_000;
/** A worker finishes or returns what it grades. */
const WORKER_GRACE_MS = 15_000;
const READY_WITHIN_MS = 60_000;

type Common = Pick<ServiceOptions, 'env' | 'output' | 'onGivenUp'>;

export interface Address {
  port: number;
  /** Null: all addresses of this machine. */
  host: string | null;
}

export function startWeb(mode: 'start' | 'dev', { port, host }: Address, common: Common): Service {
  const args = [next, mode, '--port', String(port), ...(host === null ? [] : ['--hostname', host])];
  return new Service({ ...common, name: 'The web server', args, graceMs: WEB_GRACE_MS });
}

export function startWorkers(count: number, common: Common): Service[] {
  const script = inRoot('grader', 'worker', 'main.ts');
  return Array.from({ length: count }, (_, index) => {
    const name = count === 1 ? 'The worker' : `Worker ${index + 1}`;
    return new Service({ ...common, name, args: [script], graceMs: WORKER_GRACE_MS });
  });
}

/** Waits until the site answers, its database does, and a worker is there to grade. */
export async function waitUntilHealthy({ port, host }: Address): Promise<void> {
  const url = `http://${host ?? '127.0.0.1'}:${port}/api/health`;
  const deadline = Date.now() + READY_WITHIN_MS;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      last = await response.text();
      if (JSON.parse(last).ok === true) return;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(100);
  }
  throw new Error(`The site was not ready within ${READY_WITHIN_MS / 1000} s; ${url} said: ${last}`);
}
