// Who uses an embedded server, so that the last one to leave stops it and nobody stops it under another.
// One file per use in <data>/<name>.users, named <pid>.<n>; those of processes that died are ignored. The name `kept`
// belongs to `npm run -s db -- start`, which leaves the server running until `npm run -s db -- stop`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findStartTime, isAlive } from '../processes/alive.ts';
import { inData } from '../project.mjs';

const KEPT = 'kept';
let uses = 0;

export class ServerUsers {
  readonly #folder: string;

  constructor(serverName: string) {
    this.#folder = inData(`${serverName}.users`);
    mkdirSync(this.#folder, { recursive: true });
  }

  /** One more use by this process; answers the name by which it is given up. */
  add(): string {
    uses += 1;
    const user = `${process.pid}.${uses}`;
    writeFileSync(path.join(this.#folder, user), findStartTime(process.pid));
    return user;
  }

  remove(user: string): void {
    rmSync(path.join(this.#folder, user), { force: true });
  }

  keep(): void {
    writeFileSync(path.join(this.#folder, KEPT), '');
  }

  unkeep(): void {
    this.remove(KEPT);
  }

  /** Whether anybody alive uses the server. */
  hasAny(): boolean {
    return readdirSync(this.#folder).some((user) => {
      if (user === KEPT) return true;
      const pid = Number.parseInt(user, 10);
      const alive = isAlive(pid) && findStartTime(pid) === readFileSync(path.join(this.#folder, user), 'utf8');
      if (!alive) this.remove(user);
      return alive;
    });
  }
}
