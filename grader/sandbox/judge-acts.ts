// What a scenario may do and ask: set up services, use the submission, look at what was recorded, and end.
import type { Exchange } from './exchange.ts';
import { selfReportSchema, type JudgeRequest, type ScenarioEnd, type SelfReport } from './requests.ts';
import { serviceOf } from './service-of.ts';

export class JudgeActs {
  /** How the scenario ended by itself; null while it is going on. */
  end: ScenarioEnd | null = null;
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /**
   * The submission's own report: tasks left over, coroutines never awaited, output. The last one lets go of what the
   * scenario held, so that coroutines that were returned to it and not awaited are found, too.
   */
  report(isLast = false): SelfReport {
    return selfReportSchema.parse(this.#exchange.enter('student', ['facts', isLast]));
  }

  /** Carries one out. Throws Refused, or what ends the scenario. */
  serve(request: JudgeRequest): unknown {
    const { world } = this.#exchange;
    switch (request[1]) {
      case 'block':
        return void world.block(request[2]);
      case 'service':
        return void world.register(request[2], request[3], request[4]);
      case 'server':
        return void this.#exchange.servers.set(request[2], { runsStatements: request[3] });
      case 'clients':
        return this.report().clients;
      case 'call': {
        const origin = { line: null, row: null, thread: null };
        const id: number = world.call(serviceOf(world, request[2]), request[3], origin, (_, answer) =>
          world.post('judge', ['settle', id, answer]),
        );
        return id;
      }
      case 'cancel':
        return void world.cancel(request[2]);
      case 'recorded': {
        const service = serviceOf(world, request[2]);
        // A call on a virtual thread is computed at once; until its time has come it is in flight like any other.
        const calls = service.calls.map((c) =>
          c.endNs !== null && c.endNs > world.now
            ? [c.payload, c.beginNs, null, 'unfinished', c.thread]
            : [c.payload, c.beginNs, c.endNs, c.outcome, c.thread],
        );
        return { calls, peak: service.peak(world.now) };
      }
      case 'blocked':
        return world.trace.blocks.map(({ by, line, beginNs, endNs }) => ({
          by,
          line,
          begin: beginNs / 1e9,
          end: endNs / 1e9,
          seconds: (endNs - beginNs) / 1e9,
        }));
      case 'leaked':
        return this.#leaked();
      case 'unawaited':
        return this.report().unawaited.map(([name]) => name);
      case 'warnings': {
        const { warnings, unawaited } = this.report();
        return [warnings, unawaited];
      }
      case 'unhandled':
        return this.report().unhandled;
      case 'threads':
        return world.trace.rows.filter((row) => row.kind === 'thread').length;
      case 'stdout':
        return this.report().stdout;
      case 'is_coroutine_function':
        return this.#exchange.enter('student', ['is_coroutine_function', request[2]]) === true;
      case 'ask':
        return this.#exchange.askStudent(request.slice(2));
      case 'start':
        return this.#exchange.start('student', request.slice(2));
      case 'stop':
        return void world.post('student', ['stop', request[2]]);
      case 'database':
        this.#exchange.isJudgeInDatabase = request[2];
        return null;
      case 'ended':
        this.end ??= request[2];
        return null;
    }
  }

  /** Unfinished tasks by name. Calls still in flight are a fact of the host's, whatever the submission reports. */
  #leaked(): string[] {
    const { left, leftCount } = this.report();
    const names = left.map(([name]) => name);
    while (names.length < leftCount && names.length < 100) names.push('task');
    if (names.length === 0)
      for (let i = 0; i < this.#exchange.world.openCalls; i++) names.push('a call still in flight');
    return names;
  }
}
