// A CPython that has loaded the runtime and is forked for every run (python/child.py): starting takes a tenth of a second of
// processor time, and there are thousands of runs.
import { Channel, ChildGone } from './channel.ts';
import type { Python } from './find-python.ts';

const RUNTIME_FOLDER = new URL('../python/runtime/overlap', import.meta.url).pathname;
const CHILD_FILE = new URL('python/child.py', import.meta.url).pathname;
/** Much longer than the process needs to say that it is busy, however much else the machine does. */
const PATIENCE_WALL_MS = 60_000;
const ATTEMPTS = 3;

export class RealProcess {
  readonly #python: Python;
  #channel: Channel | null = null;

  constructor(python: Python) {
    this.#python = python;
  }

  /** Ends the run before, and gives the channel to a process in which nothing has run yet. Throws ChildGone. */
  async begin(): Promise<Channel> {
    for (let attempt = 1; ; attempt++) {
      try {
        return this.#begin();
      } catch (error) {
        if (!(error instanceof ChildGone) || attempt === ATTEMPTS) throw error;
        await this.close();
      }
    }
  }

  #begin(): Channel {
    this.#channel?.send(['end']);
    const env = { OVERLAP_RUNTIME: RUNTIME_FOLDER, PYTHONHASHSEED: '0', TZ: 'UTC', PYTHONDONTWRITEBYTECODE: '1' };
    this.#channel ??= new Channel(this.#python.command, ['-X', 'utf8', CHILD_FILE], env, PATIENCE_WALL_MS);
    while (this.#channel.receive()[0] !== 'ready'); // what the run before still says
    return this.#channel;
  }

  async close(): Promise<void> {
    await this.#channel?.close();
    this.#channel = null;
  }
}
