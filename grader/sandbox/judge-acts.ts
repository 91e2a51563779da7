// What a scenario may do and ask: set up services, use the submission, look at what was recorded, and end.
import type { Exchange } from './exchange.ts';
import { selfReportSchema, type JudgeRequest, type ScenarioEnd, type SelfReport } from './requests.ts';
import { serviceOf } from './service-of.ts';
import type { StudentActs } from './student-acts.ts';

export class JudgeActs {
  /** How the scenario ended by itself; null while it is going on. */
  end: ScenarioEnd | null = null;
  readonly #exchange: Exchange;

  readonly #student: StudentActs;
  /** What the submission has reported last, and when. */
  #reported: { readonly entered: number; readonly report: SelfReport } | null = null;
  /** Instants that the judge waits for, with what cancels them. */
  readonly #awaited = new Map<number, () => void>();

  constructor(exchange: Exchange, student: StudentActs) {
    this.#exchange = exchange;
    this.#student = student;
  }

  /**
   * The submission's own report: tasks left over, coroutines never awaited, output. The last one lets go of what the
   * scenario held, so that coroutines that were returned to it and not awaited are found, too.
   */
  report(isLast = false): SelfReport {
    const { stacks } = this.#exchange;
    if (!isLast && this.#reported?.entered === stacks.entered) return this.#reported.report;
    const report = selfReportSchema.parse(this.#exchange.enter('student', ['facts', isLast]));
    this.#reported = { entered: stacks.entered, report };
    return report;
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
        world.timeCalls();
        return id;
      }
      case 'cancel':
        this.#awaited.get(request[2])?.();
        return void world.cancel(request[2]);
      case 'until': {
        const id = this.#exchange.newNumber();
        const settle = () => world.post('judge', ['settle', id, ['ok', null, null]]);
        this.#awaited.set(id, world.addAfterwards(request[2], settle));
        return id;
      }
      case 'recorded': {
        const services = request[2] === null ? [...world.services.values()] : [serviceOf(world, request[2])];
        const calls = services
          .flatMap((service) => service.calls)
          .sort((one, other) => one.beginOrder - other.beginOrder)
          .map((c) => [c.service, c.payload, c.beginNs, c.endNs, c.outcome, c.thread, c.beginOrder, c.endOrder]);
        return { calls, peak: request[2] === null ? world.peak : services[0]?.peak(world.now) };
      }
      case 'move_clock':
        return void (this.#exchange.wallShiftMs += request[2]);
      case 'blocked':
        return world.trace.blocks.map(({ by, line, beginNs, endNs }) => ({
          by,
          line,
          begin: beginNs / 1e9,
          end: endNs / 1e9,
          seconds: (endNs - beginNs) / 1e9,
        }));
      case 'leaked':
        return this.#leaked(request[2]);
      case 'unawaited':
        return this.report().unawaited.map(([name]) => name);
      case 'warnings': {
        const { warnings, unawaited } = this.report();
        return [warnings, unawaited];
      }
      case 'unhandled':
        return this.report().unhandled;
      case 'threads':
        return world.trace.rows.filter((row) => row.kind === 'thread' && (row.isProcess ?? false) === request[2])
          .length;
      case 'stdout':
        return this.report().stdout;
      case 'ask':
        return this.#exchange.askStudent(request.slice(2));
      case 'start':
        return request[3] === 'outside'
          ? this.#exchange.startOutside([request[2], 'call', request[4], request[5]])
          : this.#exchange.start('student', request.slice(2));
      case 'stop':
        return void this.#exchange.post('student', ['stop', request[2], request[3]]);
      case 'work':
        return this.#exchange.enter('judge', ['work']);
      case 'ended':
        this.end ??= request[2];
        return null;
    }
  }

  /**
   * Unfinished tasks by name. When no call of the scenario is under way, calls that are still in flight are a fact of
   * the host's, whatever the submission reports. With `hasTasks` the scenario has had tasks made that may be calling.
   */
  #leaked(hasTasks: boolean): string[] {
    const { leaked, leakedCount } = this.report();
    const names = leaked.map(([name]) => name);
    while (names.length < leakedCount && names.length < 100) names.push('task');
    if (names.length === 0 && !hasTasks && !this.#exchange.isAtWork('student'))
      for (let i = 0; i < this.#student.openCalls; i++) names.push('a call still in flight');
    return names;
  }
}
