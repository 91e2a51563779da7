// Starts the embedded PostgreSQL, or adopts the one that a crashed launcher left running, and stops it again.
// The server listens on 127.0.0.1 only, on a free port, and wants a random password (scram) kept in the data folder.
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSecret, getSecret } from '../prepare/secret.ts';
import { findFreePort } from '../processes/port.mjs';
import { inData } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import { type Account, chooseAccount } from './account.ts';
import { getPostgresFolder } from './binaries.ts';
import { dropStaleLock, findPostmaster, isAlive, type Postmaster } from './postmaster.ts';
import { ServerUsers } from './users.ts';

const ROLE = 'overlap';
const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

export class EmbeddedServer {
  readonly name: string;
  readonly port: number;
  /** For people: under which account it runs, or that it was already there. */
  readonly how: string;
  readonly #dataDir: string;

  constructor(name: string, port: number, how: string, dataDir: string) {
    this.name = name;
    this.port = port;
    this.how = how;
    this.#dataDir = dataDir;
  }

  url(database: string): string {
    return `postgresql://${ROLE}:${getSecret(`${this.name}-password`)}@127.0.0.1:${this.port}/${database}`;
  }

  /** Lets go of the server, and stops it when nobody else uses it. Clients of ours must have ended before. */
  async release(): Promise<void> {
    const users = new ServerUsers(this.name);
    users.remove(process.pid);
    if (!users.hasAny()) await stopPostmaster(this.#dataDir);
  }

  /** Leaves the server running after this process, until `stopServer`. */
  keep(): void {
    const users = new ServerUsers(this.name);
    users.add('kept');
    users.remove(process.pid);
  }
}

/** The server of this name ("pg", "pg-test"), running and used by this process. */
export async function startServer(name: string, settings: string[] = []): Promise<EmbeddedServer> {
  const account = chooseAccount(getPostgresFolder(), inData(name));
  new ServerUsers(name).add(process.pid);
  initialise(name, account);
  const deadline = Date.now() + START_WITHIN_MS;
  for (;;) {
    const before = await waitUntilReady(account.dataDir, deadline);
    if (before !== null) return new EmbeddedServer(name, before.port, 'already running', account.dataDir);
    dropStaleLock(account.dataDir);
    const port = await findFreePort();
    const started = await spawnPostgres(name, account, port, settings, deadline);
    if (started !== null) return new EmbeddedServer(name, started.port, account.how, account.dataDir);
    if (Date.now() > deadline) throw new Refusal(`PostgreSQL did not start within 30 s; its log is ${logFile(name)}.`);
    await sleep(200);
  }
}

/** Stops the server of this name whoever uses it. Says whether there was one. */
export async function stopServer(name: string): Promise<boolean> {
  new ServerUsers(name).remove('kept');
  return stopPostmaster(chooseAccount(getPostgresFolder(), inData(name)).dataDir);
}

function logFile(name: string): string {
  return inData(`${name}.log`);
}

function initialise(name: string, account: Account): void {
  const { dataDir, ids } = account;
  const hasPassword = findSecret(`${name}-password`) !== null;
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) {
    if (hasPassword) return;
    throw new Refusal(
      `The password of ${dataDir} is lost: restore ${inData('secrets')}, or delete that folder to begin with an empty database.`,
    );
  }
  // Built beside its final place, so that an interrupted initdb leaves nothing that looks like a database.
  const draft = `${dataDir}.new-${process.pid}`;
  const passwordFile = `${draft}-password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, getSecret(`${name}-password`), { mode: 0o600 });
  if (ids !== null) for (const file of [draft, passwordFile]) chownSync(file, ids.uid, ids.gid);
  const options = [
    '-D',
    draft,
    '-U',
    ROLE,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const [command, args, how] = commandOf(account, 'initdb', options);
  const done = spawnSync(command, args, { ...how, cwd: draft, encoding: 'utf8' });
  rmSync(passwordFile);
  if (done.status !== 0) throw new Error(`initdb failed:\n${done.stderr || String(done.error)}`);
  try {
    renameSync(draft, dataDir); // replaces the empty folder only
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) throw error; // otherwise another process was first
  }
}

function commandOf(account: Account, program: string, args: string[]): [string, string[], object] {
  const [first = '', ...rest] = [...account.prefix, path.join(account.binaries, 'bin', program), ...args];
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: account.dataDir };
  return [first, rest, { ...(account.ids ?? {}), env }];
}

async function spawnPostgres(
  name: string,
  account: Account,
  port: number,
  settings: string[],
  deadline: number,
): Promise<Postmaster | null> {
  const log = logFile(name);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.old`);
  const out = openSync(log, 'a', 0o600);
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_timezone=UTC', ...settings];
  const [command, args, how] = commandOf(account, 'postgres', [
    '-D',
    account.dataDir,
    '-p',
    String(port),
    ...all.flatMap((setting) => ['-c', setting]),
  ]);
  // Detached: Ctrl-C reaches the launcher's whole process group, and the database has to be the last to stop.
  const child = spawn(command, args, { ...how, cwd: account.dataDir, stdio: ['ignore', out, out], detached: true });
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  while (!ended && Date.now() < deadline) {
    const running = findPostmaster(account.dataDir);
    if (running?.ready === true && running.port === port) return running;
    await sleep(20);
  }
  if (/FATAL: .*(No space left|incompatible|wrong ownership)/.test(lastLines(log)))
    throw new Refusal(`PostgreSQL cannot start: ${lastLines(log)}`);
  return null;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-3).join('\n');
}

/** A server that is there but still recovering is waited for. */
async function waitUntilReady(dataDir: string, deadline: number): Promise<Postmaster | null> {
  for (;;) {
    const running = findPostmaster(dataDir);
    if (running === null || running.ready || Date.now() > deadline) return running;
    await sleep(50);
  }
}

/** Fast shutdown: sessions are ended, everything is written. Immediate when that takes too long. */
async function stopPostmaster(dataDir: string): Promise<boolean> {
  const running = findPostmaster(dataDir);
  if (running === null) return false;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(running.pid, signal);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (isAlive(running.pid)) {
      if (Date.now() > deadline) break;
      await sleep(20);
    }
    if (!isAlive(running.pid)) return true;
  }
  return true;
}
