// What one run may use: processor time of the submission and of all sides together, and bytes that it hands over.
import type { Limits } from '../pack/schema.ts';
import { InterpreterDied, type SubmissionInterpreter } from './interpreter.ts';

/** Both interpreters and the host together, as a multiple of what the submission alone may use. */
const TOTAL_CPU_FACTOR = 3;
const MAX_STUDENT_BYTES = 24 << 20;
/** What the record of a call or a message weighs, however little it says. */
const RECORD_BYTES = 100;
/**
 * Who was stopped by the wall clock before this share of its processor time was used was starved by the machine. So much
 * is promised to everybody; scenarios take a small part of it, and what never ends is not run again for the rest.
 */
const STARVED_BELOW = 0.6;

export class Budget {
  readonly #student: SubmissionInterpreter;
  readonly #limits: Limits;
  readonly #wallFactor: number;
  readonly #studentCpuAtStart: bigint;
  readonly #spentAtStart = process.threadCpuUsage();
  #studentBytes = 0;

  /** `wallFactor`: how much more wall time than processor time the submission gets, for busy machines. */
  constructor(student: SubmissionInterpreter, limits: Limits, wallFactor: number) {
    this.#student = student;
    this.#limits = limits;
    this.#wallFactor = wallFactor;
    this.#studentCpuAtStart = student.cpuNs;
  }

  /** Throws InterpreterDied when the processor time of all sides together is used up, whoever made them work. */
  check(): void {
    if (this.#spentMs() > this.#spendableMs())
      throw new InterpreterDied('cpu', false, 'the processor time of all sides together is used up');
  }

  /** What the submission hands over is kept by the host and the judge for as long as the scenario runs. */
  countBytes(payload: string | null): void {
    this.#studentBytes += RECORD_BYTES + (payload?.length ?? 0);
    if (this.#studentBytes > MAX_STUDENT_BYTES) throw new InterpreterDied('messages', false, 'too much data');
  }

  /** Wall milliseconds that the submission may run for now. Throws InterpreterDied when it has none left. */
  studentTimeoutMs(): number {
    const leftMs = this.#limits.cpuMs - this.#studentMs();
    if (leftMs <= 0) throw new InterpreterDied('cpu', true, 'no time left');
    return leftMs * this.#wallFactor;
  }

  /** True when neither the submission nor all sides together had used up their processor time. */
  get wasStarved(): boolean {
    const share = Math.max(this.#studentMs() / this.#limits.cpuMs, this.#spentMs() / this.#spendableMs());
    return share < STARVED_BELOW;
  }

  #studentMs(): number {
    return Number(this.#student.cpuNs - this.#studentCpuAtStart) / 1e6;
  }

  #spentMs(): number {
    const { user, system } = process.threadCpuUsage(this.#spentAtStart);
    return (user + system) / 1000;
  }

  #spendableMs(): number {
    return this.#limits.cpuMs * TOTAL_CPU_FACTOR;
  }
}
