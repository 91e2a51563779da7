// The Chinese sentences. Pure; see sentences.ts.
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

function seconds(ns: number): string {
  return `${formatSeconds(ns)} 秒`;
}

/** `第 12 行的 `, to be put before a name. */
function ofLine(line: number | null): string {
  return line === null ? '' : `第 ${line} 行的 `;
}

function inBrackets(line: number | null): string {
  return line === null ? '' : `（第 ${line} 行）`;
}

function withMessage(message: string): string {
  const text = shorten(message);
  return text === '' ? '。' : `：${text}`;
}

function serial(d: Of<'serial'>): string {
  const calls = `${d.service === '' ? '' : `对 ${code(d.service)} 的 `}${d.calls} 次调用`;
  const times = `用了 ${seconds(d.tookNs)}，本来 ${seconds(d.possibleNs)}就够了。`;
  return d.calls === 1
    ? `${calls}${inBrackets(d.line)}${times}`
    : `${calls}是一个接一个执行的${inBrackets(d.line)}：${times}`;
}

function blockedLoop(d: Of<'blocked_loop'>): string {
  const what = `${ofLine(d.line)}${code(d.by)} 让事件循环停了 ${seconds(d.ns)}`;
  if (d.waiting === 0) return `${what}，这段时间里什么都不能运行。`;
  return `${what}，另有 ${d.waiting} 个任务或调用只能干等。`;
}

function list(items: string[]): string {
  return `${items.slice(0, NAMES_MAX).join('、')}${items.length > NAMES_MAX ? ' 等' : ''}`;
}

function tasksLeft(d: Of<'tasks_left'>): string {
  const names = d.names.length === 0 ? '' : `：${list(d.names.map(task))}`;
  return `你的函数返回时，还有 ${d.count} 个任务没有结束${inBrackets(d.line)}${names}。`;
}

/** A sentence after which another one may follow; a foreign message may bring the end with it. */
function ended(said: string): string {
  if (/[.!?]$/.test(said)) return `${said} `;
  return /[。！？]$/.test(said) ? said : `${said}。`;
}

const NOBODY_CAUGHT = {
  task: { what: '任务的异常没有人取走', fix: '请 await 这个任务，或者在任务内部处理错误。' },
  future: { what: 'Future 的异常没有人取走', fix: '请 await 它，或者取它的结果。' },
  callback: { what: '回调函数抛出了异常', fix: '那里没有人能捕获它，请在回调内部处理。' },
  loop: { what: '事件循环报告了错误', fix: '没有人能捕获它。' },
  thread: { what: '线程因异常而结束', fix: '那里没有人能捕获它，请在线程内部处理。' },
  ignored: { what: '清理代码中的异常被忽略了', fix: '没有人能捕获 `__del__` 抛出的异常。' },
};

function unhandled(d: Of<'unhandled'>): string {
  const { what, fix } = NOBODY_CAUGHT[d.what];
  const type = d.type === '' ? '' : `：${code(d.type)}`;
  const message = shorten(d.message);
  const said = `${what}${inBrackets(d.line)}${type}${message === '' ? '' : `：${message}`}`;
  return `${ended(said)}${fix}`;
}

function deadlock(d: Of<'deadlock'>): string {
  const start = '死锁：所有代码都在等待，而且再没有什么能结束这些等待。';
  const waits = tellingWaits(d.waiting).map(({ task: name, on, line }) => {
    const where = line === null ? '' : `在第 ${line} 行`;
    if (on === OWN_LOCK) return `${task(name)} ${where}等待一把锁，而持有这把锁的正是等待它的这个线程`;
    return `${task(name)} ${where}${on === 'await' ? '一直等待' : `等待 ${code(on)}`}`;
  });
  return waits.length === 0 ? start : `${start}${waits.join('；')}。`;
}

function wrongCount(d: Of<'wrong_count'>): string {
  const instead = `，应当是 ${d.expected}`;
  const where = inBrackets(d.line);
  switch (d.of) {
    case 'calls':
      return `${d.service === null ? '' : `${code(d.service)} `}被调用了 ${d.got} 次${instead} 次${where}。`;
    case 'queries':
      return `向数据库发出了 ${d.got} 次查询${instead} 次${where}。`;
    case 'threads':
      return `有 ${d.got} 个函数在线程中运行${instead} 个${where}。`;
    case 'processes':
      return `有 ${d.got} 个函数在进程中运行${instead} 个${where}。`;
  }
}

function wrongCancellation(d: Of<'wrong_cancellation'>): string {
  const missing = d.missing.length === 0 ? '' : `${list(d.missing.map(code))} 应当被取消，却没有被取消。`;
  const extra = d.extra.length === 0 ? '' : `${list(d.extra.map(code))} 不应当被取消。`;
  return `${missing}${extra}` || '被取消的调用不对。';
}

const HAPPENED: Record<string, string> = { starts: '开始', ends: '完成', fails: '失败', 'is cancelled': '被取消' };

/** "pay starts" in Chinese. */
function happened(event: string): string {
  const [, service = event, what = ''] = /^(.*) (starts|ends|fails|is cancelled)$/s.exec(event) ?? [];
  return `${code(service)} ${HAPPENED[what] ?? ''}`.trimEnd();
}

function wrongEvent(d: Of<'wrong_event'>): string {
  const after = d.after === null ? '' : `${happened(d.after)}之后，`;
  const first = d.after === null ? '最先' : '';
  const came = d.got === null ? '什么也没有发生' : `${first}发生的是 ${happened(d.got)}`;
  return `${after}${came}，${d.expected === null ? '这时本不应再有别的调用' : `应当是 ${happened(d.expected)}`}。`;
}

function wrongList(d: Of<'wrong_list'>): string {
  if (d.position <= Math.min(d.got, d.expected))
    return `你的代码写入的列表中，第 ${d.position} 项与预期不符${d.entry === null ? '' : `：${code(d.entry)}`}。`;
  if (d.expected === 0) return `你的代码写入的列表应当是空的，里面却有 ${d.got} 项。`;
  return `你的代码写入的列表里有 ${d.got} 项，应当有 ${d.expected} 项。`;
}

function wrongCallTime(d: Of<'wrong_call_time'>): string {
  const which = `${code(d.service)} 的第 ${d.position} 次调用`;
  const did = d.edge === 'begin' ? '开始' : '结束';
  const got = d.atNs === null ? `还没有${did}` : `在 ${seconds(d.atNs)}时${did}`;
  return `${which}${got}，应当在 ${seconds(d.expectedNs)}时${did}。`;
}

function resourceLimit(d: Of<'resource_limit'>): string {
  const where = inBrackets(d.line);
  switch (d.resource) {
    case 'cpu':
      if (d.line === null) return '你的代码一直在计算，超过了允许的 CPU 时间。是不是有循环永远不会结束？';
      return `你的代码一直在计算，超过了允许的 CPU 时间。请看第 ${d.line} 行的循环：循环内部没有什么能让它结束，而且它运行时时间不会前进。`;
    case 'memory':
      return `你的代码使用的内存超过了上限${where}。是不是有什么在无止境地增长？`;
    case 'output':
      return `你的代码打印的内容超过了上限${where}。请少打印一些，只打印你要找的内容。`;
    case 'steps':
      return `事件循环一直空转，时间却没有前进${where}。请等待你需要的东西，不要反复查询。`;
    case 'messages':
      return `你的代码传出的数据超过了上限${where}。请只传递需要的内容。`;
    case 'recursion':
      return `递归太深了${where}。它有终止条件吗？`;
    case 'exit':
      return `你的代码结束或破坏了解释器${where}。函数应当用 ${code('return')} 结束，而不是 ${code('sys.exit')} 或 ${code('os._exit')}。`;
  }
}

function doesNotImport(d: Of<'does_not_import'>): string {
  const invalid = ['SyntaxError', 'IndentationError', 'TabError'].includes(d.type);
  const start = invalid ? '你的文件不是合法的 Python 代码' : '你的文件在加载时出错';
  const said = `${start}：${ofLine(d.line)}${code(d.type)}${withMessage(d.message)}`;
  return d.type === 'ModuleNotFoundError' ? `${said}。这里只有 Python 标准库和题目中提到的模块。` : said;
}

function exception(d: Of<'exception'>): string {
  if (d.type === CANNOT_CROSS)
    return `${d.line === null ? '' : `第 ${d.line} 行：`}有一个值无法传递${d.message === '' ? '' : `：${shorten(d.message)}`}。请传递更少的内容，或者普通数据。`;
  const said = `你的代码${d.line === null ? '' : `在第 ${d.line} 行`}抛出了 ${code(d.type)}${withMessage(d.message)}`;
  if (d.cause === undefined) return said;
  return `${ended(said)}它的起因是${d.cause.line === null ? ' ' : ofLine(d.cause.line)}${code(d.cause.type)}${withMessage(d.cause.message)}`;
}

/** The sentence a good teacher would say, in Chinese. */
export function chineseSentence(d: Diagnosis): string {
  switch (d.code) {
    case 'serial':
      return serial(d);
    case 'blocked_loop':
      return blockedLoop(d);
    case 'never_awaited':
      if (d.name === ARRIVAL)
        return `${code('as_completed')} 给出的每一项都要 await${inBrackets(d.line)}：它只是一个答案，而答案可能还在路上。`;
      return `${ofLine(d.line)}${call(d.name)} 从未被 await，所以它的函数体根本没有执行。`;
    case 'unhandled':
      return unhandled(d);
    case 'warned':
      return `Python ${d.line === null ? '' : `在第 ${d.line} 行`}发出警告 ${code(d.category)}${withMessage(d.message)}`;
    case 'tasks_left':
      return tasksLeft(d);
    case 'limit_exceeded':
      return `${d.service === '' ? '' : `对 ${code(d.service)} 的`}调用最多同时进行 ${d.limit} 个，实际达到了 ${d.peak} 个${inBrackets(d.line)}。`;
    case 'too_few_at_once':
      return `${d.service === '' ? '' : `对 ${code(d.service)} 的`}调用应当有 ${d.expected} 个同时进行，实际最多只有 ${d.peak} 个${inBrackets(d.line)}。`;
    case 'deadlock':
      return deadlock(d);
    case 'wrong_time':
      return d.tookNs > d.expectedNs
        ? `用了 ${seconds(d.tookNs)}，应当是 ${seconds(d.expectedNs)}。`
        : `只用了 ${seconds(d.tookNs)}，应当是 ${seconds(d.expectedNs)}。该等的都等到了吗？`;
    case 'wrong_count':
      return wrongCount(d);
    case 'wrong_cancellation':
      return wrongCancellation(d);
    case 'answer_not_awaited': {
      const what = d.kind === 'coroutine' ? `协程 ${call(d.name)}` : ` ${awaitable(d.name)} 对象`;
      return `本该是结果的地方是${what}：要先 await 它。`;
    }
    case 'wrong_list':
      return wrongList(d);
    case 'wrong_moment':
      return `你的代码写入的列表中，第 ${d.position} 项是在 ${seconds(d.atNs)}时写入的，应当在 ${seconds(d.expectedNs)}时写入。`;
    case 'wrong_event':
      return wrongEvent(d);
    case 'wrong_call_time':
      return wrongCallTime(d);
    case 'wrong_order':
      return '结果中的各项都对，但顺序不对。';
    case 'answer_is_none':
      return `得到的结果是 ${code(d.got ?? 'None')}，是不是漏写了 ${code('return')}？`;
    case 'wrong_value':
      return `${d.call === null ? '' : `${call(d.call)} 的`}结果与预期不符${d.got === undefined ? '' : `：${code(d.got)}`}。`;
    case 'told':
      return shorten(d.zh) || chineseSentence({ code: 'check_failed' });
    case 'exception':
      return exception(d);
    case 'expected_exception':
      if (d.expected === d.got)
        return `这里应当抛出题目给出的 ${code(d.expected)}，实际抛出的却是另一个同名的类。请导入题目给出的那一个。`;
      return `这里应当抛出 ${d.expected.split(' / ').map(code).join(' 或 ')}，${d.got === null ? '却没有抛出任何异常' : `实际抛出的却是 ${code(d.got)}`}。`;
    case 'wrong_cause':
      return `${code(d.error)} 的 ${code('__cause__')} 应当是 ${code(d.expected)}，实际是 ${code(d.got ?? 'None')}。`;
    case 'missing_name':
      return `你的文件里没有 ${code(d.name)}，而这道题需要它。`;
    case 'not_a_coroutine_function':
      return `${code(d.name)} 必须是协程函数，请用 ${code('async def')} 定义它。`;
    case 'not_a_plain_function':
      return `${code(d.name)} 必须是普通函数，请只用 ${code('def')} 定义它，不要加 ${code('async')}。`;
    case 'out_of_time':
      return `虚拟时间过了 ${seconds(d.deadlineNs)}，你的代码还没有结束${inBrackets(d.line)}。它是不是在无止境地等待或重复？`;
    case 'resource_limit':
      return resourceLimit(d);
    case 'does_not_import':
      return doesNotImport(d);
    case 'check_failed':
      return '这个场景中有一项检查没有通过。';
  }
}
