// The submission's interpreter for one grading: the same for all scenarios, replaced only when one of them ruined it.
import type { ExerciseBundle } from '../pack/schema.ts';
import type { Image } from './image.ts';
import type { Interpreter } from './interpreter.ts';
import type { Stock } from './stock.ts';

export class Lease {
  readonly image: Image;
  readonly #take: () => Promise<Interpreter>;
  #interpreter: Interpreter | null = null;

  constructor(stock: Stock, exercise: ExerciseBundle) {
    this.image = stock.image(exercise.image);
    this.#take = () => stock.take(exercise.image, exercise.limits.memoryMb);
  }

  /** The interpreter, back at its image. One that cannot be brought back is replaced. */
  async interpreter(seed: number): Promise<Interpreter> {
    try {
      this.#interpreter?.reset(seed);
    } catch {
      this.end();
    }
    if (this.#interpreter) return this.#interpreter;
    const fresh = await this.#take();
    this.#interpreter = fresh;
    fresh.reset(seed);
    return fresh;
  }

  /** Disposes of the interpreter; asking for it again gives a fresh one. */
  end(): void {
    this.#interpreter?.dispose();
    this.#interpreter = null;
  }
}
