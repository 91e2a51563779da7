// Percentiles of measured times. Benchmarks are the one place where the wall clock may be read.

export interface Spread {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Nearest-rank percentiles, rounded to hundredths. Needs at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return { runs: sorted.length, p50: rounded(at(0.5)), p95: rounded(at(0.95)), max: rounded(at(1)) };
}

/** Processor time of this thread in milliseconds: not disturbed by what else the machine does. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time of all threads of this process in milliseconds. */
export function processCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs `work` `runs` times and gives the wall milliseconds of each. */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return times;
}
