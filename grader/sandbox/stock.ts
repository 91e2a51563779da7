// A small stock of started submission interpreters, so that a submission need not wait for one. Every one is used for
// one grading and disposed of.
import type { ImageName } from '../pack/schema.ts';
import type { Image } from './image.ts';
import type { ImageFiles } from './image-files.ts';
import { Interpreter } from './interpreter.ts';
import { MAX_MESSAGE_BYTES } from './judge.ts';

export class Stock {
  readonly #files: ImageFiles;
  readonly #spare: number;
  /** Started interpreters by image and memory limit. */
  readonly #shelves = new Map<string, Promise<Interpreter>[]>();
  #closed = false;

  constructor(files: ImageFiles, spare: number) {
    this.#files = files;
    this.#spare = spare;
  }

  image(name: ImageName): Image {
    return this.#files.image(name);
  }

  /** A fresh interpreter; another one is started for the next taker once this grading has had its turn. */
  async take(name: ImageName, memoryMb: number): Promise<Interpreter> {
    const key = `${name}/${memoryMb}`;
    // Interpreters of another kind weigh tens of megabytes; whoever grades now will most likely grade the same again.
    for (const [other, stale] of this.#shelves) {
      if (other === key) continue;
      this.#shelves.delete(other);
      for (const started of stale.splice(0)) started.then((one) => one.dispose()).catch(() => undefined);
    }
    const shelf = this.#shelves.get(key) ?? [];
    this.#shelves.set(key, shelf);
    const taken = shelf.shift() ?? this.#start(name, memoryMb);
    setImmediate(() => this.#refill(shelf, name, memoryMb));
    return taken;
  }

  #refill(shelf: Promise<Interpreter>[], name: ImageName, memoryMb: number): void {
    while (!this.#closed && this.#shelves.get(`${name}/${memoryMb}`) === shelf && shelf.length < this.#spare) {
      const started = this.#start(name, memoryMb);
      // A failure is met by whoever takes it; nobody may ever take it.
      started.catch(() => undefined);
      shelf.push(started);
    }
  }

  #start(name: ImageName, memoryMb: number): Promise<Interpreter> {
    const limits = { memoryBytes: memoryMb << 20, maxMessageBytes: MAX_MESSAGE_BYTES, clearsUnused: true };
    return Interpreter.start(this.#files.image(name), limits, this.#files.wheels(name));
  }

  close(): void {
    this.#closed = true;
    for (const shelf of this.#shelves.values())
      for (const started of shelf) started.then((one) => one.dispose()).catch(() => undefined);
    this.#shelves.clear();
  }
}
