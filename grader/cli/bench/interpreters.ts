// How long an interpreter takes to start from its image and to be reset, measured in this process.
import { Interpreter } from '../../sandbox/interpreter.ts';
import { MAX_MESSAGE_BYTES } from '../../sandbox/judge.ts';
import { readImage, type ImageKind } from '../../sandbox/image.ts';
import { processCpuMs, spreadOf, threadCpuMs } from './figures.ts';

const LIMITS = { memoryBytes: 192 << 20, maxMessageBytes: MAX_MESSAGE_BYTES, clearsUnused: true };
const STARTS = 15;
const RESETS = 50;

/** Processor milliseconds per start and per reset; the first start of the process is reported as `coldStartMs`. */
export async function measureInterpreters(imagesDir: string, kind: ImageKind) {
  const image = readImage(imagesDir, kind);
  const coldFrom = performance.now();
  // Kept open, as a grader keeps its judge: V8 shares compiled WebAssembly only while somebody holds it.
  const keeper = await Interpreter.start(image, LIMITS);
  const coldStartMs = Math.round(performance.now() - coldFrom);
  const starts: number[] = [];
  const resets: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    // A start runs on a thread of isolated-vm's, so the whole process is measured.
    const before = processCpuMs();
    const interpreter = await Interpreter.start(image, LIMITS);
    starts.push(processCpuMs() - before);
    if (run === 0) {
      for (let i = 0; i < RESETS; i++) {
        interpreter.enter(JSON.stringify(['facts']), 1_000);
        const began = threadCpuMs();
        interpreter.reset(1);
        resets.push(threadCpuMs() - began);
      }
    }
    interpreter.dispose();
  }
  keeper.dispose();
  return { coldStartMs, startCpuMs: spreadOf(starts), resetCpuMs: spreadOf(resets) };
}
