// Which processes use an embedded server, so that the last one to leave stops it and nobody stops it under another.
// One file per process in <data>/<name>.users; those of processes that died are ignored. The name `kept` belongs to
// `npm run db start`, which leaves the server running until `npm run db stop`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inData } from '../project.mjs';
import { findStartTime, isAlive } from '../processes/alive.ts';

export class ServerUsers {
  readonly #folder: string;

  constructor(serverName: string) {
    this.#folder = inData(`${serverName}.users`);
    mkdirSync(this.#folder, { recursive: true });
  }

  add(who: number | 'kept'): void {
    writeFileSync(path.join(this.#folder, String(who)), who === 'kept' ? '' : findStartTime(who));
  }

  remove(who: number | 'kept'): void {
    rmSync(path.join(this.#folder, String(who)), { force: true });
  }

  /** Whether anybody alive uses the server. */
  hasAny(): boolean {
    return readdirSync(this.#folder).some((entry) => {
      if (entry === 'kept') return true;
      const pid = Number(entry);
      const alive = isAlive(pid) && findStartTime(pid) === readFileSync(path.join(this.#folder, entry), 'utf8');
      if (!alive) this.remove(pid);
      return alive;
    });
  }
}
