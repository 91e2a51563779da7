// An actor for tests of the world: tasks that follow a script of steps, as an interpreter's loop would run them.
import type { Service } from '../service.ts';
import type { Actor, World } from '../world.ts';
import type { VirtualNs } from '../time.ts';

export type Step =
  | { readonly do: 'sleep'; readonly ns: VirtualNs }
  | { readonly do: 'block'; readonly ns: VirtualNs }
  | { readonly do: 'call'; readonly service: string }
  | { readonly do: 'call_blocking'; readonly service: string }
  /** A call that is cancelled when it has not ended after this long. */
  | { readonly do: 'call_or_cancel'; readonly service: string; readonly ns: VirtualNs }
  /** A virtual thread: it alternates between standing still and blocking calls. Its end is waited for. */
  | { readonly do: 'thread'; readonly service: string; readonly ns: readonly VirtualNs[] }
  | { readonly do: 'note'; readonly text: string };

/** [call number] of a call that has ended. */
export type FakeMessage = readonly [number];
export type FakeWorld = World<FakeMessage, number>;

/** What a task waits for that waits for a thread. */
const THREAD = -1;

interface Task {
  readonly name: string;
  readonly steps: readonly Step[];
  position: number;
  wakeNs: VirtualNs | null;
  call: number | null;
}

export class ScriptedActor implements Actor<FakeMessage> {
  /** What happened: task, step, instant. */
  readonly log: string[] = [];
  /** How deep pumps of this actor were nested; a scheduler that keeps its promise never lets it exceed one. */
  deepest = 0;
  #depth = 0;
  readonly #name: string;
  readonly #world: FakeWorld;
  readonly #tasks: Task[];
  #nextThread = 1;

  constructor(name: string, world: FakeWorld, scripts: readonly (readonly Step[])[]) {
    this.#name = name;
    this.#world = world;
    this.#tasks = scripts.map((steps, index) => ({
      name: `${name}${index}`,
      steps,
      position: 0,
      wakeNs: null,
      call: null,
    }));
    world.attach(name, this);
    world.wake(name);
  }

  get isDone(): boolean {
    return this.#tasks.every(
      (task) => task.position >= task.steps.length && task.wakeNs === null && task.call === null,
    );
  }

  pump(messages: readonly FakeMessage[]): { timerNs: VirtualNs | null; more: boolean } {
    this.deepest = Math.max(this.deepest, ++this.#depth);
    this.#settle(messages);
    for (const task of this.#tasks) this.#run(task);
    this.#depth--;
    const timers = this.#tasks.flatMap(({ wakeNs }) => (wakeNs === null ? [] : [wakeNs]));
    return {
      timerNs: timers.length > 0 ? Math.min(...timers) : null,
      more: this.#tasks.some((task) => this.#isReady(task)),
    };
  }

  #settle(messages: readonly FakeMessage[]): void {
    for (const [id] of messages)
      for (const task of this.#tasks)
        if (task.call === id) {
          task.call = task.wakeNs = null;
          this.#note(task, 'settled');
        }
  }

  #isReady(task: Task): boolean {
    if (task.wakeNs !== null) return task.wakeNs <= this.#world.now;
    return task.call === null && task.position < task.steps.length;
  }

  #run(task: Task): void {
    while (this.#isReady(task)) {
      if (task.wakeNs !== null) {
        if (task.call !== null) {
          this.#world.cancel(task.call);
          this.#note(task, 'cancelled');
        }
        task.wakeNs = task.call = null;
        continue;
      }
      const step = task.steps[task.position++] as Step;
      this.#note(task, step.do);
      this.#act(task, step);
    }
  }

  #act(task: Task, step: Step): void {
    const world = this.#world;
    const origin = { line: task.position, row: null, thread: null };
    switch (step.do) {
      case 'note':
        return void this.#note(task, step.text);
      case 'sleep':
        return void (task.wakeNs = world.now + step.ns);
      case 'block': {
        const { beginNs, endNs } = world.block(step.ns);
        return world.trace.block({ row: null, by: 'block', line: task.position, beginNs, endNs });
      }
      case 'call_blocking': {
        let ended = false;
        world.call(this.#service(step.service), task.name, origin, () => (ended = true));
        return world.waitUntil(() => ended);
      }
      case 'call':
      case 'call_or_cancel': {
        const id = world.call(this.#service(step.service), task.name, origin, () => world.post(this.#name, [id]));
        task.call = id;
        if (step.do === 'call_or_cancel') task.wakeNs = world.now + step.ns;
        return;
      }
      case 'thread':
        return this.#startThread(task, step.service, step.ns);
    }
  }

  /** The task waits for a call that there is not, until the thread has ended. */
  #startThread(task: Task, service: string, pauses: readonly VirtualNs[]): void {
    const world = this.#world;
    const id = (this.#name.charCodeAt(0) % 2) * 100_000 + this.#nextThread++;
    const begin = () => {
      world.trace.begin({ id, parent: null, kind: 'thread', label: task.name, line: null, beginNs: world.now });
      pause(0);
    };
    const pause = (index: number) => {
      const ns = pauses[index];
      this.#note(task, `thread ${index}`);
      if (ns === undefined) return end();
      world.park(id, world.now + ns, { mayGo: () => true, go: () => call(index) });
    };
    const call = (index: number) => {
      const origin = { line: task.position, row: id, thread: id };
      const go = () => pause(index + 1);
      world.call(this.#service(service), task.name, origin, () => world.enqueue({ mayGo: () => true, go }));
    };
    const end = () => {
      world.trace.end(id, world.now, 'ok');
      task.call = null;
      world.wake(this.#name);
    };
    task.call = THREAD;
    world.enqueue({ mayGo: () => true, go: begin });
  }

  #service(name: string): Service {
    const service = this.#world.services.get(name);
    if (service === undefined) throw new RangeError(`no service ${name}`);
    return service;
  }

  #note(task: Task, what: string): void {
    this.log.push(`${task.name} ${what} ${this.#world.now}`);
  }
}
