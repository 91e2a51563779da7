// Runs inside a bare isolate, before interpreter.js, which takes what is defined here and removes it from the globals. WebAssembly stacks: every call into
// Python runs on one of its own, which can stand still in a read of the device until the host resumes it. A virtual
// thread has a CPython thread state and a shadow stack of its own besides; calls into the loop's thread share the main
// one, so that of those only the innermost may be resumed (the host sees to that).
'use strict';

// Taken before Emscripten's glue looks for them: it would prepare stack switching of its own, within Python's reach.
const { Suspending, promising } = WebAssembly;
delete WebAssembly.Suspending;
delete WebAssembly.promising;

/** Of the linear memory, for C frames. CPython measures how much is left and raises RecursionError in time. */
const THREAD_STACK_BYTES = 256 * 1024;

/** What the call on a stack that is given up fails with. */
const ABANDONED = Symbol('abandoned');

class Stacks {
  #module;
  #mainState = 0;
  #interpreter = 0;
  #base = 0;
  /** CPython's call of a function, on a stack that may be left; null where nothing ever waits: the judge. */
  #call = null;
  /** Stacks that stand still, by number. What is in no table any more can never go on. */
  #parked = new Map();
  #running = null;
  /** True while Python code of the running stack is at work, and not only what clears up behind it. */
  #mayPark = false;
  #failure = null;
  #freeRegions = [];

  attach(module, suspends) {
    this.#module = module;
    this.#interpreter = module._PyInterpreterState_Main();
    this.#mainState = module._PyInterpreterState_ThreadHead(this.#interpreter);
    this.#base = module._emscripten_stack_get_current();
    if (suspends) this.#call = promising(module._PyObject_CallNoArgs);
  }

  /** Whether a read may stand still now. */
  get mayPark() {
    return this.#mayPark;
  }

  /** Emscripten's read, made to stand still where `mustWait(fd)` says that the host has no answer yet. */
  suspending(read, mustWait) {
    return new Suspending((fd, ...rest) =>
      mustWait(fd) ? this.#park().then(() => read(fd, ...rest)) : read(fd, ...rest),
    );
  }

  /** Calls a Python function on a new stack. What becomes of it is known when the microtasks have run: see takeEnd(). */
  begin(id, isThread, address) {
    if (this.#call === null) return this.#callThrough(address);
    if (this.#running !== null) throw new Error('a stack is running');
    const module = this.#module;
    const stack = { id, region: 0, state: this.#mainState, pointer: this.#lowest(), goOn: null, breakOff: null };
    if (isThread) {
      stack.region = this.#freeRegions.pop() ?? module._malloc(THREAD_STACK_BYTES);
      if (stack.region === 0) throw new RangeError('memory limit');
      stack.pointer = (stack.region + THREAD_STACK_BYTES) & -16; // compiled code relies on its being aligned
      stack.state = module._PyThreadState_New(this.#interpreter);
      module._PyUnstable_ThreadState_SetStackProtection(stack.state, stack.region, THREAD_STACK_BYTES);
    }
    this.#enter(stack);
    module._PyEval_RestoreThread(stack.state);
    this.#call(address).then(
      (result) => this.#end(stack, result),
      (error) => {
        if (error !== ABANDONED) this.#failure ??= error;
      },
    );
  }

  /** Goes on with a stack that stands still. */
  resume(id) {
    const stack = this.#parked.get(id);
    if (stack === undefined || this.#running !== null) throw new Error('no such stack');
    this.#parked.delete(id);
    this.#enter(stack);
    stack.goOn();
  }

  /** After begin() or resume(): true when the call has come to its end, false when it stands still. Throws what cut it off. */
  takeEnd() {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure;
    if (this.#running !== null) throw new Error('the stack has been lost');
    return this.#hasEnded;
  }

  /**
   * Breaks off what stands still, when the microtasks have run. Its frames are left as by an exception that nobody
   * catches: C has nothing to clear up then, no Python runs, and the stacks are free at once. Merely forgotten, they would
   * wait for a full garbage collection, and a process may have some ten thousand only.
   */
  abandon() {
    for (const { breakOff } of this.#parked.values()) breakOff(ABANDONED);
    this.#parked.clear();
  }

  /** The memory has been put back, and with it all threads are gone. */
  forget() {
    this.#parked.clear();
    this.#freeRegions.length = 0;
    this.#running = this.#failure = null;
    this.#mayPark = false;
    this.#module.__emscripten_stack_restore(this.#base);
  }

  /** Where a call into the loop's thread may begin: below the frames of all that stand still on the same stack. */
  #lowest() {
    let lowest = this.#base;
    for (const { region, pointer } of this.#parked.values()) if (region === 0) lowest = Math.min(lowest, pointer);
    return lowest & -16;
  }

  #hasEnded = false;

  #enter(stack) {
    this.#running = stack;
    this.#mayPark = true;
    this.#hasEnded = false;
    this.#module.__emscripten_stack_restore(stack.pointer);
  }

  #leave() {
    this.#running = null;
    this.#mayPark = false;
    this.#module.__emscripten_stack_restore(this.#base);
  }

  /** CPython has given up the thread state before it reads, and takes it back afterwards: nothing to do for us. */
  #park() {
    const stack = this.#running;
    stack.pointer = this.#module._emscripten_stack_get_current();
    this.#parked.set(stack.id, stack);
    this.#leave();
    return new Promise((resolve, reject) => {
      stack.goOn = resolve;
      stack.breakOff = reject;
    });
  }

  #end(stack, result) {
    const module = this.#module;
    this.#mayPark = false;
    this.#drop(result);
    if (stack.region === 0) module._PyEval_SaveThread();
    else {
      module._PyThreadState_Clear(stack.state);
      module._PyThreadState_DeleteCurrent();
      this.#freeRegions.push(stack.region);
    }
    this.#leave();
    this.#hasEnded = true;
  }

  /** The judge's way: nothing stands still, and calls nest. */
  #callThrough(address) {
    this.#module._PyEval_RestoreThread(this.#mainState);
    this.#drop(this.#module._PyObject_CallNoArgs(address));
    this.#module._PyEval_SaveThread();
    this.#hasEnded = true;
  }

  #drop(result) {
    if (result === 0) this.#module._PyErr_Clear();
    else this.#module._Py_DecRef(result);
  }
}

globalThis.overlapStacks = new Stacks();
