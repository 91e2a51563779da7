// The English sentences. Pure; see sentences.ts.
import type { Diagnosis } from './schema.ts';
import { formatSeconds } from './format-seconds.ts';
import {
  ARRIVAL,
  CANNOT_CROSS,
  NAMES_MAX,
  OWN_LOCK,
  awaitable,
  call,
  code,
  shorten,
  task,
  tellingWaits,
} from './sentence-parts.ts';

type Of<Code extends Diagnosis['code']> = Extract<Diagnosis, { code: Code }>;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function seconds(ns: number): string {
  return `${formatSeconds(ns)} s`;
}

function count(n: number, one: string, many: string): string {
  return `${WORDS[n] ?? n} ${n === 1 ? one : many}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function onLine(line: number | null): string {
  return line === null ? '' : ` on line ${line}`;
}

function inBrackets(line: number | null): string {
  return line === null ? '' : ` (line ${line})`;
}

function withMessage(message: string): string {
  const text = shorten(message);
  return text === '' ? '.' : `: ${text}`;
}

function list(items: string[]): string {
  const shown = items.slice(0, NAMES_MAX);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function serial(d: Of<'serial'>): string {
  const to = d.service === '' ? '' : ` to ${code(d.service)}`;
  const calls = capital(count(d.calls, 'call', 'calls'));
  const possible = `${seconds(d.tookNs)} where ${seconds(d.possibleNs)} was possible${inBrackets(d.line)}.`;
  return d.calls === 1 ? `${calls}${to} took ${possible}` : `${calls}${to} ran one after another: ${possible}`;
}

function blockedLoop(d: Of<'blocked_loop'>): string {
  const what = `${code(d.by)}${onLine(d.line)} blocked the event loop for ${seconds(d.ns)}`;
  if (d.waiting === 0) return `${what}; nothing else could have run meanwhile.`;
  return `${what}; ${count(d.waiting, 'other task or call was', 'other tasks or calls were')} waiting.`;
}

function tasksLeft(d: Of<'tasks_left'>): string {
  const tasks = capital(count(d.count, 'task was', 'tasks were'));
  const names = d.names.length === 0 ? '' : `: ${list(d.names.map(task))}`;
  return `${tasks} still running when your function returned${inBrackets(d.line)}${names}.`;
}

const NOBODY_CAUGHT = {
  task: { what: 'A task’s exception was never retrieved', fix: 'Await the task, or handle the error inside it.' },
  future: { what: 'A future’s exception was never retrieved', fix: 'Await the future, or ask for its result.' },
  callback: {
    what: 'A callback raised an exception',
    fix: 'Nobody can catch it there: handle it inside the callback.',
  },
  loop: { what: 'The event loop reported an error', fix: 'Nobody could catch it.' },
  thread: { what: 'An exception ended a thread', fix: 'Nobody can catch it there: handle it inside the thread.' },
  ignored: { what: 'An exception in a clean-up was ignored', fix: 'Nobody can catch what `__del__` raises.' },
};

function unhandled(d: Of<'unhandled'>): string {
  const { what, fix } = NOBODY_CAUGHT[d.what];
  const message = shorten(d.message);
  const type = d.type === '' ? '' : `: ${code(d.type)}`;
  const said = `${what}${type}${onLine(d.line)}${message === '' ? '' : `: ${message}`}`;
  return `${said}${/[.!?]$/.test(said) ? '' : '.'} ${fix}`;
}

function deadlock(d: Of<'deadlock'>): string {
  const start = 'Deadlock: everything was waiting, and nothing was left that could end a wait.';
  const waits = tellingWaits(d.waiting).map(({ task: name, on, line }) => {
    if (on === OWN_LOCK)
      return `${task(name)} was waiting${onLine(line)} for a lock that is held by the very thread that waits.`;
    const what = on === 'await' ? '' : ` for ${code(on)}`;
    return `${task(name)} was waiting${what}${onLine(line)}.`;
  });
  return [start, ...waits].join(' ');
}

function wrongTime(d: Of<'wrong_time'>): string {
  if (d.tookNs > d.expectedNs) return `It took ${seconds(d.tookNs)}; it should take ${seconds(d.expectedNs)}.`;
  return `It took only ${seconds(d.tookNs)}; it should take ${seconds(d.expectedNs)}. Was everything waited for?`;
}

function wrongCount(d: Of<'wrong_count'>): string {
  const instead = `instead of ${d.expected}${inBrackets(d.line)}.`;
  switch (d.of) {
    case 'calls':
      return `${d.service === null ? 'Calls were made' : `${code(d.service)} was called`} ${d.got} time${d.got === 1 ? '' : 's'} ${instead}`;
    case 'queries':
      return `${capital(count(d.got, 'query was', 'queries were'))} sent to the database ${instead}`;
    case 'threads':
      return `${capital(count(d.got, 'function', 'functions'))} ran in threads ${instead}`;
    case 'processes':
      return `${capital(count(d.got, 'function', 'functions'))} ran in processes ${instead}`;
  }
}

function wrongCancellation(d: Of<'wrong_cancellation'>): string {
  const missing =
    d.missing.length === 0
      ? []
      : [
          `${list(d.missing.map(code))} should have been cancelled, but ${d.missing.length === 1 ? 'was' : 'were'} not.`,
        ];
  const extra = d.extra.length === 0 ? [] : [`${list(d.extra.map(code))} should not have been cancelled.`];
  return [...missing, ...extra].join(' ') || 'The wrong calls were cancelled.';
}

function wrongList(d: Of<'wrong_list'>): string {
  if (d.position <= Math.min(d.got, d.expected))
    return `Entry ${d.position} of the list that your code writes to is not the expected one${d.entry === null ? '' : `: ${code(d.entry)}`}.`;
  if (d.expected === 0)
    return `The list that your code writes to should be empty; it holds ${count(d.got, 'entry', 'entries')}.`;
  return `The list that your code writes to holds ${count(d.got, 'entry', 'entries')} instead of ${d.expected}.`;
}

function wrongEvent(d: Of<'wrong_event'>): string {
  const came = d.got === null ? 'nothing more happened' : `came ${code(d.got)}`;
  const first = d.got === null ? 'Nothing happened at all' : `${code(d.got)} came first`;
  const said = d.after === null ? first : `After ${code(d.after)} ${came}`;
  return `${said}; ${d.expected === null ? 'nothing more should have come' : `${code(d.expected)} should have come`}.`;
}

function wrongCallTime(d: Of<'wrong_call_time'>): string {
  const which = `Call ${d.position} of ${code(d.service)}`;
  const [did, done] = d.edge === 'begin' ? ['began', 'begun'] : ['ended', 'ended'];
  const got = d.atNs === null ? `had not ${done}` : `${did} at ${seconds(d.atNs)}`;
  return `${which} ${got}; it should have ${done} at ${seconds(d.expectedNs)}.`;
}

function resourceLimit(d: Of<'resource_limit'>): string {
  const where = inBrackets(d.line);
  switch (d.resource) {
    case 'cpu':
      if (d.line === null)
        return 'Your code computed for too long without an end. Is there a loop that never finishes?';
      return `Your code computed for too long without an end. Look at the loop on line ${d.line}: nothing inside can end it, and no time passes while it runs.`;
    case 'memory':
      return `Your code asked for more memory than it may use${where}. Is there something that grows without an end?`;
    case 'output':
      return `Your code printed more than it may${where}. Print less, or only what you are looking for.`;
    case 'steps':
      return `The event loop went round and round without time going on${where}. Wait for what you need, instead of asking again and again.`;
    case 'messages':
      return `Your code handed over more data than it may${where}. Pass on only what is needed.`;
    case 'recursion':
      return `The recursion went too deep${where}. Does it have an end?`;
    case 'exit':
      return `Your code ended or broke the interpreter${where}. Functions end with ${code('return')}, not with ${code('sys.exit')} or ${code('os._exit')}.`;
  }
}

function doesNotImport(d: Of<'does_not_import'>): string {
  const invalid = ['SyntaxError', 'IndentationError', 'TabError'].includes(d.type);
  const start = invalid ? 'Your file is not valid Python' : 'Your file stopped while it was being loaded';
  const message = shorten(d.message);
  const said = `${start}: ${code(d.type)}${onLine(d.line)}${message === '' ? '.' : `: ${message}`}`;
  if (d.type !== 'ModuleNotFoundError') return said;
  return `${said}. Here you have Python's standard library and what the statement names, nothing else.`;
}

function exception(d: Of<'exception'>): string {
  if (d.type === CANNOT_CROSS)
    return `A value could not be handed over${onLine(d.line)}${d.message === '' ? '' : `: ${shorten(d.message)}`}. Hand over less, or plain data.`;
  const said = `Your code raised ${code(d.type)}${onLine(d.line)}${withMessage(d.message)}`;
  if (d.cause === undefined) return said;
  const { type, line, message } = d.cause;
  return `${said}${/[.!?]$/.test(said) ? '' : '.'} It came from ${code(type)}${onLine(line)}${withMessage(message)}`;
}

/** The sentence a good teacher would say, in English. */
export function englishSentence(d: Diagnosis): string {
  switch (d.code) {
    case 'serial':
      return serial(d);
    case 'blocked_loop':
      return blockedLoop(d);
    case 'never_awaited':
      if (d.name === ARRIVAL)
        return `What ${code('as_completed')} hands out has to be awaited${inBrackets(d.line)}: each item is an answer that may still be on its way.`;
      return `${call(d.name)}${onLine(d.line)} was never awaited, so its body did not run.`;
    case 'unhandled':
      return unhandled(d);
    case 'warned':
      return `Python warns${onLine(d.line)}: ${code(d.category)}${withMessage(d.message)}`;
    case 'tasks_left':
      return tasksLeft(d);
    case 'limit_exceeded':
      return `At most ${d.limit} call${d.limit === 1 ? '' : 's'}${d.service === '' ? '' : ` to ${code(d.service)}`} may be in flight at once; there were ${d.peak}${inBrackets(d.line)}.`;
    case 'too_few_at_once':
      return `${capital(count(d.expected, 'call', 'calls'))}${d.service === '' ? '' : ` to ${code(d.service)}`} should have been in flight at once; there were at most ${d.peak}${inBrackets(d.line)}.`;
    case 'deadlock':
      return deadlock(d);
    case 'wrong_time':
      return wrongTime(d);
    case 'wrong_count':
      return wrongCount(d);
    case 'wrong_cancellation':
      return wrongCancellation(d);
    case 'answer_not_awaited': {
      const what = d.kind === 'coroutine' ? `the coroutine ${call(d.name)}` : `a ${awaitable(d.name)}`;
      return `Where a result should be there is ${what}: it has to be awaited first.`;
    }
    case 'wrong_list':
      return wrongList(d);
    case 'wrong_moment':
      return `Entry ${d.position} of the list that your code writes to was made at ${seconds(d.atNs)}; it should have been made at ${seconds(d.expectedNs)}.`;
    case 'wrong_event':
      return wrongEvent(d);
    case 'wrong_call_time':
      return wrongCallTime(d);
    case 'wrong_order':
      return 'The answer has the right items, but not in the right order.';
    case 'answer_is_none':
      return `The answer is ${code(d.got ?? 'None')}. Is a ${code('return')} missing?`;
    case 'wrong_value':
      return `${d.call === null ? 'The answer is not the expected one' : `${call(d.call)} did not give the expected answer`}${d.got === undefined ? '' : `: ${code(d.got)}`}.`;
    case 'told':
      return shorten(d.en) || englishSentence({ code: 'check_failed' });
    case 'exception':
      return exception(d);
    case 'expected_exception':
      if (d.expected === d.got)
        return `The ${code(d.expected)} of this exercise should have been raised; yours is another class of the same name. Import the given one.`;
      return `${d.expected.split(' / ').map(code).join(' or ')} should have been raised; ${d.got === null ? 'nothing was' : `${code(d.got)} was`}.`;
    case 'wrong_cause':
      return `The ${code('__cause__')} of ${code(d.error)} should be ${code(d.expected)}; it is ${code(d.got ?? 'None')}.`;
    case 'missing_name':
      return `Your file has no ${code(d.name)}, which this exercise needs.`;
    case 'not_a_coroutine_function':
      return `${code(d.name)} must be a coroutine function: define it with ${code('async def')}.`;
    case 'not_a_plain_function':
      return `${code(d.name)} must be a plain function: define it with ${code('def')} alone, without ${code('async')}.`;
    case 'out_of_time':
      return `Your code had not finished after ${seconds(d.deadlineNs)} of virtual time${inBrackets(d.line)}. Does it wait or repeat for ever?`;
    case 'resource_limit':
      return resourceLimit(d);
    case 'does_not_import':
      return doesNotImport(d);
    case 'check_failed':
      return 'A check of this scenario did not hold.';
  }
}
