// One CPython in one isolate, started from an image. Entered synchronously with a text, answers with a text; while it
// runs it may ask the host through one callback. Everything it says is untrusted.
import ivm from 'isolated-vm';
import type { Image } from './image.ts';
import { keepCompiled, makeIsolate } from './isolate.ts';

/** Which limit a submission ran into. */
export type Resource = 'cpu' | 'memory' | 'output' | 'steps' | 'messages' | 'recursion' | 'exit';

/** The interpreter cannot go on: a limit was reached, or it is broken. It must be reset or disposed of. */
export class InterpreterDied extends Error {
  override name = 'InterpreterDied';
  readonly resource: Resource;
  /** True when the isolate itself is gone or cut off, so that only a new one helps. */
  readonly fatal: boolean;
  /** What the interpreter has answered all the same, as JSON; it may tell where it was. */
  readonly answer: string | null;

  constructor(resource: Resource, fatal: boolean, detail: string, answer: string | null = null) {
    super(`${resource}: ${detail}`);
    this.resource = resource;
    this.fatal = fatal;
    this.answer = answer;
  }
}

/** What a run needs of the submission's interpreter. `npm run fidelity` puts a real CPython process in its place. */
export type SubmissionInterpreter = Pick<Interpreter, 'connect' | 'begin' | 'resume' | 'suspends' | 'cpuNs'>;

export interface InterpreterLimits {
  readonly memoryBytes: number;
  readonly maxMessageBytes: number;
  /** Whether reset() also clears the memory that the image does not use. */
  readonly clearsUnused: boolean;
}

/** Answers a request. Null, only where `mayWait`: the answer comes later, by resume(). */
export type Host = (body: string, mayWait: boolean) => string | null;

const HEAP_MB = 128;
/** Far more than it ever takes; a submission may leave many files to remove. */
const RESET_TIMEOUT_MS = 10_000;

/** The bridge carries ASCII only, so that its frames need no decoder inside. JSON can say everything in ASCII. */
function asciiOnly(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** What the inside says it ran out of, if it does. */
function resourceOf(outcome: string): Resource | null {
  if (outcome.startsWith('xmemory|')) return 'memory';
  return outcome.startsWith('xmessages|') ? 'messages' : null;
}

export class Interpreter {
  /** Whether a call may stand still until the host resumes it. */
  readonly suspends: boolean;
  #host: Host = () => {
    throw new Error('the interpreter is not in use');
  };
  #nowNs: () => number = () => 0;
  /** By how many milliseconds its wall clock has been moved. */
  #wallShiftMs: () => number = () => 0;
  #isolate: ivm.Isolate;
  #begin!: ivm.Reference;
  #resume!: ivm.Reference;
  #outcome!: ivm.Reference;
  #reset!: ivm.Reference;
  #abandon!: ivm.Reference;
  /** Whether some call may stand still. */
  #hasStacks = false;
  #context!: ivm.Context;
  #cpuMicroseconds = 0;
  #meteredFrom = process.threadCpuUsage();
  readonly image: Image;

  private constructor(image: Image, isolate: ivm.Isolate) {
    this.image = image;
    this.suspends = image.kind !== 'judge';
    this.#isolate = isolate;
  }

  /** Starts a fresh isolate from an image. */
  static async start(image: Image, limits: InterpreterLimits, files: Record<string, SharedArrayBuffer> = {}) {
    let started: Interpreter | null = null;
    const { isolate, context } = makeIsolate({
      engine: image.engine,
      heapMb: HEAP_MB,
      maxMessageBytes: limits.maxMessageBytes,
      host: (body, mayWait) => (started as Interpreter).#answer(body, mayWait),
    });
    const self = new Interpreter(image, isolate);
    started = self;
    self.#context = context;
    await context.evalClosure(
      `const files = Object.fromEntries(Object.entries($1).map(([path, bytes]) => [path, new Uint8Array(bytes)]));
       const module = overlapWasm, stdlib = new Uint8Array(overlapStdlib);
       const createModule = overlapCreateModule;
       delete globalThis.overlapWasm; delete globalThis.overlapStdlib; delete globalThis.overlapCreateModule;
       return overlapBoot({ module, stdlib, createModule, files, image: new Uint8Array($0), runs: $4, clearsUnused: $5, memoryBytes: $2,
                            variables: $6, memoryLimitBytes: $3, suspends: $7 });`,
      [
        new ivm.ExternalCopy(image.memory).copyInto(),
        new ivm.ExternalCopy(files).copyInto(),
        image.memoryBytes,
        limits.memoryBytes,
        new ivm.ExternalCopy(image.runs).copyInto(),
        limits.clearsUnused,
        new ivm.ExternalCopy(image.variables).copyInto(),
        self.suspends,
      ],
      { result: { promise: true } },
    );
    const reference = (name: string) => context.global.getSync(name, { reference: true }) as ivm.Reference;
    self.#begin = reference('overlapBegin');
    self.#resume = reference('overlapResume');
    self.#outcome = reference('overlapOutcome');
    self.#reset = reference('overlapReset');
    self.#abandon = reference('overlapAbandon');
    return self;
  }

  /** Sets who answers this interpreter's requests, and its clock, for the scenario that begins. */
  connect(host: Host, nowNs: () => number, wallShiftMs = () => 0): void {
    this.#host = host;
    this.#nowNs = nowNs;
    this.#wallShiftMs = wallShiftMs;
  }

  #answer(body: string, mayWait: boolean): string {
    this.#stopMeter();
    try {
      const answer = this.#host(body, mayWait);
      return answer === null ? '' : this.#frame(answer);
    } finally {
      this.#startMeter();
    }
  }

  #startMeter(): void {
    this.#meteredFrom = process.threadCpuUsage();
  }

  #stopMeter(): void {
    const { user, system } = process.threadCpuUsage(this.#meteredFrom);
    this.#cpuMicroseconds += user + system;
  }

  #frame(text: string): string {
    const shiftMs = this.#wallShiftMs();
    return `${this.#nowNs()}${shiftMs === 0 ? '' : ` ${shiftMs}`}|${asciiOnly(text)}`;
  }

  /**
   * Calls in with a message and returns the answer. `timeoutMs` is wall time: the caller compares `cpuNs` to tell
   * a submission that used up its time from a machine that was busy. Throws InterpreterDied.
   */
  enter(message: string, timeoutMs: number): string {
    const answer = this.begin(0, false, message, timeoutMs);
    if (answer === null) throw new InterpreterDied('exit', false, 'the interpreter did not answer');
    return answer;
  }

  /**
   * The same on a stack with this number, which is that of a virtual thread or belongs to the loop's. Null when it now
   * stands still in a request that has no answer yet.
   */
  begin(stack: number, isThread: boolean, message: string, timeoutMs: number): string | null {
    return this.#go(this.#begin, [stack, isThread, this.image.entryAddress, this.#frame(message)], timeoutMs);
  }

  /** Gives a stack that stands still its answer. Null when it stands still again. */
  resume(stack: number, answer: string, timeoutMs: number): string | null {
    return this.#go(this.#resume, [stack, this.#frame(answer)], timeoutMs);
  }

  #go(way: ivm.Reference, parameters: unknown[], timeoutMs: number): string | null {
    let outcome: unknown;
    this.#startMeter();
    try {
      way.applySync(undefined, parameters, { timeout: Math.max(1, Math.ceil(timeoutMs)) });
      outcome = this.#outcome.applySync(undefined, []);
    } catch (error) {
      throw this.#diagnose(error);
    } finally {
      this.#stopMeter();
    }
    const text = typeof outcome === 'string' ? outcome : '';
    if (text.startsWith('a')) return text.slice(1);
    if (text === 'p') {
      this.#hasStacks = true;
      return null;
    }
    const exhausted = resourceOf(text);
    if (exhausted !== null)
      throw new InterpreterDied(exhausted, false, 'limit reached', text.slice(text.indexOf('|') + 1));
    throw new InterpreterDied('exit', false, 'the interpreter did not answer');
  }

  #diagnose(error: unknown): InterpreterDied {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (this.#isolate.isDisposed) return new InterpreterDied('memory', true, text);
    if (/timed out/i.test(text)) return new InterpreterDied('cpu', true, text);
    const exhausted = this.#findExhausted();
    if (exhausted !== null) return new InterpreterDied(exhausted, true, text);
    if (/buffer allocation|array (buffer )?length/i.test(text)) return new InterpreterDied('memory', true, text);
    if (/Maximum call stack|RangeError/i.test(text)) return new InterpreterDied('recursion', true, text);
    return new InterpreterDied('exit', true, text);
  }

  #findExhausted(): Resource | null {
    try {
      return resourceOf(String(this.#outcome.applySync(undefined, [])));
    } catch {
      return null;
    }
  }

  /** Back to the image, with the random source seeded. */
  reset(seed: number): void {
    if (this.#hasStacks) this.#abandon.applySync(undefined, [], { timeout: RESET_TIMEOUT_MS });
    this.#hasStacks = false;
    this.#reset.applySync(undefined, [seed], { timeout: RESET_TIMEOUT_MS });
  }

  /** The same on another thread, while this one goes on; only where no call stands still. */
  async resetBeside(seed: number): Promise<void> {
    await this.#reset.apply(undefined, [seed], { timeout: RESET_TIMEOUT_MS });
  }

  /** Resets when there is nothing else to do, so that the next submission need not wait for it. */
  resetSoon(): void {
    setImmediate(() => {
      try {
        if (!this.#isolate.isDisposed) this.reset(0);
      } catch {
        // Whoever uses it next resets it again, and meets the trouble then.
      }
    });
  }

  /** Makes the present state the one that reset() comes back to. Only before any submission has run. */
  keep(): void {
    this.#context.evalSync('overlapKeep()');
    keepCompiled(this.#isolate, this.image.engine);
  }

  /**
   * Processor time spent inside, in nanoseconds; not what the host did meanwhile. It is this thread's: what isolated-vm
   * calls the isolate's processor time goes on while the machine does something else.
   */
  get cpuNs(): bigint {
    return BigInt(this.#cpuMicroseconds) * 1000n;
  }

  dispose(): void {
    if (!this.#isolate.isDisposed) this.#isolate.dispose();
  }
}
