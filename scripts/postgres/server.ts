// Starts the embedded PostgreSQL, or adopts the one that a crashed launcher left running, and stops it again.
// The server listens on 127.0.0.1 only, on a free port, and wants a random password (scram) kept in the data folder.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { getSecret } from '../prepare/secret.ts';
import { findFreePort } from '../processes/port.mjs';
import { inData } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import { type Account, chooseAccount } from './account.ts';
import { getPostgresFolder } from './binaries.ts';
import { initialise } from './initialise.ts';
import { dropStaleLock, type Postmaster, stopPostmaster, waitForPostmaster } from './postmaster.ts';
import { describeProgram, ROLE } from './program.ts';
import { ServerUsers } from './users.ts';

/** How long to try again when the server ends at once, for example because another one still shuts down. */
const RETRY_WITHIN_MS = 15_000;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

const logFile = (name: string) => inData(`${name}.log`);
const passwordName = (name: string) => `${name}-password`;

/** One use of a running server. */
export class EmbeddedServer {
  readonly port: number;
  /** For people: under which account it runs, or that it was already there. */
  readonly how: string;
  readonly #name: string;
  readonly #dataDir: string;
  readonly #users: ServerUsers;
  readonly #user: string;

  constructor(found: { name: string; port: number; how: string; dataDir: string; users: ServerUsers; user: string }) {
    this.port = found.port;
    this.how = found.how;
    this.#name = found.name;
    this.#dataDir = found.dataDir;
    this.#users = found.users;
    this.#user = found.user;
  }

  url(database: string): string {
    return `postgresql://${ROLE}:${getSecret(passwordName(this.#name))}@127.0.0.1:${this.port}/${database}`;
  }

  /** Lets go of the server, and stops it when nobody else uses it. Clients of ours must have ended before. */
  async release(): Promise<void> {
    this.#users.remove(this.#user);
    if (!this.#users.hasAny()) await stopPostmaster(this.#dataDir);
  }

  /** Leaves the server running after this process, until `stopServer`. */
  keep(): void {
    this.#users.keep();
    this.#users.remove(this.#user);
  }
}

/** The server of this name ("pg", "pg-test"), running, with this process as one of its users. */
export async function startServer(name: string, settings: string[] = []): Promise<EmbeddedServer> {
  const account = chooseAccount(getPostgresFolder(), inData(name));
  const users = new ServerUsers(name);
  const user = users.add(); // before we know that it runs, so that nobody stops it between now and then
  try {
    initialise(account, passwordName(name));
    const { port, how } = await findOrStart(name, account, settings);
    return new EmbeddedServer({ name, port, how, dataDir: account.dataDir, users, user });
  } catch (error) {
    users.remove(user);
    throw error;
  }
}

/** Stops the server of this name whoever uses it. Says whether there was one. */
export async function stopServer(name: string): Promise<boolean> {
  new ServerUsers(name).unkeep();
  return stopPostmaster(chooseAccount(getPostgresFolder(), inData(name)).dataDir);
}

async function findOrStart(name: string, account: Account, settings: string[]): Promise<{ port: number; how: string }> {
  const deadline = Date.now() + RETRY_WITHIN_MS;
  while (Date.now() < deadline) {
    const before = await waitForPostmaster(account.dataDir);
    if (before !== null) return { port: before.port, how: 'already running' };
    dropStaleLock(account.dataDir);
    const started = await spawnServer(name, account, settings);
    if (started !== null) return { port: started.port, how: account.how };
    await sleep(200);
  }
  const log = readFileSync(logFile(name), 'utf8').trimEnd().split('\n').slice(-3).join('\n');
  throw new Refusal(`PostgreSQL does not start; its log, ${logFile(name)}, ends with:\n${log}`);
}

async function spawnServer(name: string, account: Account, settings: string[]): Promise<Postmaster | null> {
  const port = await findFreePort();
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_timezone=UTC', ...settings];
  const words = ['-D', account.dataDir, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])];
  const { command, args, options } = describeProgram(account, 'postgres', words);
  const log = openLog(name);
  // Detached: Ctrl-C reaches the launcher's whole process group, and the database has to be the last to stop.
  const how = { ...options, cwd: account.dataDir, stdio: ['ignore', log, log] as ['ignore', number, number] };
  const child = spawn(command, args, { ...how, detached: true });
  closeSync(log);
  child.unref();
  let running = true;
  for (const event of ['error', 'exit']) child.on(event, () => (running = false));
  while (running) {
    const found = await waitForPostmaster(account.dataDir); // null until the server has written its lock
    if (found !== null) return found;
    await sleep(20);
  }
  return null;
}

function openLog(name: string): number {
  const file = logFile(name);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}
