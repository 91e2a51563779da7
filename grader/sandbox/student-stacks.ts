// The calls into the submission's interpreter, each on a WebAssembly stack of its own that can stand still. Who is running
// is known here from who was resumed: nothing that the submission says about its threads is believed.
import type { RunWorld, Message } from './run-result.ts';
import { InterpreterDied, type SubmissionInterpreter } from './interpreter.ts';

/** What a request waits for. Carried out once its stack stands still; returns the answer, or STILL_WAITING. */
export class Later {
  readonly carryOut: (stack: Stack) => unknown;

  constructor(carryOut: (stack: Stack) => unknown) {
    this.carryOut = carryOut;
  }
}

/** The answer comes by StudentStacks.resume(). */
export const STILL_WAITING = Symbol('still waiting');

/** What a stack is for: a turn of the loop, something asked of the loop's thread, or a virtual thread. */
export type Purpose = 'pump' | 'ask' | 'thread';

/** A stack is *running*, *standing still* (it has made a request that is not answered yet), or *over*. */
export class Stack {
  readonly id: number;
  readonly purpose: Purpose;
  /** Messages for the event loops of a virtual thread. */
  readonly inbox: Message[] = [];
  /** The number under which it is parked until a message comes; null when it waits for none. */
  awaits: number | null = null;
  /** What the interpreter answered, when it is over. */
  answer: string | null = null;
  later: Later | null = null;
  /** Takes the answer, where the interpreter cannot stand still and somebody waits for it on top of its call. */
  takeAnswer: ((answer: unknown) => void) | null = null;
  readonly ended: (answer: string) => void;

  constructor(id: number, purpose: Purpose, ended: (answer: string) => void) {
    this.id = id;
    this.purpose = purpose;
    this.ended = ended;
  }

  /** The number of the virtual thread that it is; null for the loop's own. */
  get thread(): number | null {
    return this.purpose === 'thread' ? this.id : null;
  }
}

/** At most this many virtual threads are alive at once; CPython's own limit is the system's. */
const MAX_THREADS = 256;

export interface StudentStacksParts {
  readonly interpreter: SubmissionInterpreter;
  readonly world: RunWorld;
  /** Runs something in the interpreter, within the limits; throws what ends the scenario. */
  readonly guard: (work: (timeoutMs: number) => string | null) => string | null;
  /** Takes in what a thread brings back at its end. */
  readonly threadEnded: (answer: string) => void;
  /** The text of an answer or of a refusal. */
  readonly answer: (act: () => unknown) => string;
}

export class StudentStacks {
  readonly #parts: StudentStacksParts;
  /** Stacks of the loop's thread that are not over, innermost last. Only the last one may go on: it is one thread. */
  readonly #loopStacks: Stack[] = [];
  #threads = 0;
  #entered = 0;
  #running: Stack | null = null;
  #nextId = 1;

  constructor(parts: StudentStacksParts) {
    this.#parts = parts;
  }

  /** How often the submission's interpreter has been entered: as long as that stays the same, nothing in it changes. */
  get entered(): number {
    return this.#entered;
  }

  /** The stack whose request is being served. */
  get running(): Stack | null {
    return this.#running;
  }

  /** Whether what runs on the loop's thread runs in a turn of the loop that the host pumps. */
  get isPumping(): boolean {
    return this.#loopStacks.some(({ purpose }) => purpose === 'pump');
  }

  /** Whether nothing runs or stands still on the loop's thread. */
  get isLoopFree(): boolean {
    return this.#loopStacks.length === 0;
  }

  /** Enters the loop's thread with a message. */
  enterLoop(purpose: 'pump' | 'ask', message: string, ended: (answer: string) => void = () => undefined): Stack {
    const stack = this.#make(purpose, (answer) => {
      this.#loopStacks.splice(this.#loopStacks.lastIndexOf(stack), 1);
      ended(answer);
    });
    this.#loopStacks.push(stack);
    this.#begin(stack, message);
    return stack;
  }

  /** Starts a virtual thread: it begins when its starter stands still or is over. Returns its number, or null when there are too many. */
  startThread(message: string): number | null {
    if (this.#threads >= MAX_THREADS) return null;
    this.#threads++;
    const stack = this.#make('thread', (answer) => {
      this.#threads--;
      this.#parts.threadEnded(answer);
    });
    this.#parts.world.enqueue({ mayGo: () => true, go: () => this.#begin(stack, message) });
    return stack.id;
  }

  /** Has the request that is being served carried out as soon as its stack stands still. */
  postpone(later: Later): Later {
    if (this.#running !== null) this.#running.later = later;
    return later;
  }

  /** For an interpreter that cannot stand still: the rest of the world goes on, nested, until the answer is there. */
  carryOutNow(later: Later): unknown {
    const stack = this.#running;
    if (stack === null) return null;
    let answered: { answer: unknown } | null = null;
    const outer = stack.takeAnswer;
    stack.takeAnswer = (answer) => (answered = { answer });
    this.#running = null;
    try {
      const given = later.carryOut(stack);
      if (given !== STILL_WAITING) return given;
      this.#parts.world.waitUntil(() => answered !== null);
      return (answered as { answer: unknown } | null)?.answer;
    } finally {
      stack.takeAnswer = outer;
      this.#running = stack;
    }
  }

  /** Parks a stack; when it is woken or the instant has come it goes on with what `answer` gives then. */
  park(stack: Stack, number: number, until: number | null, answer: () => unknown): typeof STILL_WAITING {
    this.#parts.world.park(number, until, this.#turn(stack, answer));
    return STILL_WAITING;
  }

  /** What a stack waited for is there. */
  resume(stack: Stack, answer: () => unknown): void {
    this.#parts.world.enqueue(this.#turn(stack, answer));
  }

  /** Brings a message to a virtual thread, or to the loop's when it is null or over. */
  post(message: Message, thread: Stack | null): void {
    const { world } = this.#parts;
    const waiting = thread === null || thread.answer !== null ? this.#loopStacks.at(-1) : thread;
    if (waiting !== undefined && waiting === thread) waiting.inbox.push(message);
    else world.post('student', message);
    if (waiting !== undefined && waiting.awaits !== null) world.unpark(waiting.awaits);
  }

  /** The messages for a stack that looks for them itself. */
  takeMessages(stack: Stack): Message[] {
    return stack.thread !== null ? stack.inbox.splice(0) : this.#parts.world.takeMessages('student');
  }

  #make(purpose: Purpose, ended: (answer: string) => void): Stack {
    return new Stack(this.#nextId++, purpose, ended);
  }

  #turn(stack: Stack, answer: () => unknown) {
    return {
      mayGo: () => stack.thread !== null || this.#loopStacks.at(-1) === stack,
      go: () => {
        if (stack.takeAnswer !== null) stack.takeAnswer(answer());
        else this.#drive(stack, this.#resumeWith(stack, this.#parts.answer(answer)));
      },
    };
  }

  #begin(stack: Stack, message: string): void {
    const { interpreter } = this.#parts;
    this.#drive(stack, (timeoutMs) => interpreter.begin(stack.id, stack.thread !== null, message, timeoutMs));
  }

  #resumeWith(stack: Stack, answer: string) {
    return (timeoutMs: number) => this.#parts.interpreter.resume(stack.id, answer, timeoutMs);
  }

  /** Runs a stack until it is over or waits for something that is not there yet. */
  #drive(stack: Stack, way: (timeoutMs: number) => string | null): void {
    for (let next = way; ;) {
      const text = this.#enter(stack, next);
      if (text !== null) {
        stack.answer = text;
        stack.ended(text);
        return;
      }
      const { later } = stack;
      stack.later = null;
      if (later === null) throw new InterpreterDied('exit', false, 'it stands still for no reason');
      let waits = false;
      const answer = this.#parts.answer(() => {
        const given = later.carryOut(stack);
        waits = given === STILL_WAITING;
        return waits ? null : given;
      });
      if (waits) return;
      next = this.#resumeWith(stack, answer);
    }
  }

  #enter(stack: Stack, way: (timeoutMs: number) => string | null): string | null {
    if (this.#running !== null) throw new InterpreterDied('exit', false, 'it is running already');
    this.#running = stack;
    this.#entered++;
    try {
      return this.#parts.guard(way);
    } finally {
      this.#running = null;
    }
  }
}
