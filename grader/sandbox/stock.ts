// A small stock of started submission interpreters, so that a submission need not wait for one. Every one is used for
// one grading and disposed of.
import path from 'node:path';
import type { ImageName } from '../pack/schema.ts';
import { shareBytes } from './engine.ts';
import type { Image, ImageKind } from './image.ts';
import { Interpreter } from './interpreter.ts';
import { MAX_MESSAGE_BYTES } from './judge.ts';
import { readWheels } from './wheels.ts';

export class Stock {
  readonly #images: Record<ImageKind, Image>;
  readonly #wheelsDir: string;
  /** The wheels of an image, for modules that are imported late. */
  readonly #wheels = new Map<ImageName, Record<string, SharedArrayBuffer>>();
  readonly #spare: number;
  /** Started interpreters by image and memory limit. */
  readonly #shelves = new Map<string, Promise<Interpreter>[]>();
  #closed = false;

  constructor(images: Record<ImageKind, Image>, wheelsDir: string, spare: number) {
    this.#images = images;
    this.#spare = spare;
    this.#wheelsDir = path.resolve(wheelsDir);
  }

  image(name: ImageName): Image {
    return this.#images[name];
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
    return Interpreter.start(this.#images[name], limits, this.#wheelsOf(name));
  }

  #wheelsOf(name: ImageName): Record<string, SharedArrayBuffer> {
    const found = this.#wheels.get(name);
    if (found) return found;
    const wheels = Object.entries(readWheels(this.#wheelsDir, name));
    const shared = Object.fromEntries(wheels.map(([file, bytes]) => [file, shareBytes(bytes)]));
    this.#wheels.set(name, shared);
    return shared;
  }

  close(): void {
    this.#closed = true;
    for (const shelf of this.#shelves.values())
      for (const started of shelf) started.then((one) => one.dispose()).catch(() => undefined);
    this.#shelves.clear();
  }
}
