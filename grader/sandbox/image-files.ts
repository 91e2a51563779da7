// The images and wheels of one process: opened while it still may read files, read when an exercise wants them. Only
// those used last stay in memory, because each weighs tens of megabytes.
import { openSync, fstatSync, readSync } from 'node:fs';
import path from 'node:path';
import { readEngine } from './engine.ts';
import { findImageHeader, IMAGE_KINDS, imagePath, type Image, type ImageHeader, type ImageKind } from './image.ts';
import { wheelsOf } from './wheels.ts';

/** The judge's, and those of two kinds of exercises. */
const IMAGES_KEPT = 3;

/** A file that stays open. */
class OpenFile {
  readonly #descriptor: number;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  /** Its bytes from this one on, where many isolates can read them. */
  read(from = 0): SharedArrayBuffer {
    const bytes = new SharedArrayBuffer(fstatSync(this.#descriptor).size - from);
    const view = new Uint8Array(bytes);
    for (let at = 0; at < view.length;) {
      const count = readSync(this.#descriptor, view, at, view.length - at, from + at);
      if (count === 0) throw new Error('a file became shorter while it was read');
      at += count;
    }
    return bytes;
  }
}

export class ImageFiles {
  readonly #images = new Map<ImageKind, { header: ImageHeader; headerBytes: number; file: OpenFile }>();
  readonly #wheels = new Map<string, OpenFile>();
  readonly #imagesDir: string;
  /** The one used last is last. */
  readonly #loaded = new Map<ImageKind, Image>();
  readonly #loadedWheels = new Map<string, SharedArrayBuffer>();

  /** Throws when an image, its engine or a wheel is missing. */
  constructor(imagesDir: string, wheelsDir: string) {
    this.#imagesDir = imagesDir;
    for (const kind of IMAGE_KINDS) {
      const found = findImageHeader(imagesDir, kind);
      if (found === null) throw new Error(`there is no ${kind} image`);
      readEngine(imagesDir, found.header.engineVersion);
      this.#images.set(kind, { ...found, file: new OpenFile(imagePath(imagesDir, kind)) });
      for (const { inside, file } of wheelsOf(kind))
        if (!this.#wheels.has(inside)) this.#wheels.set(inside, new OpenFile(path.join(wheelsDir, file)));
    }
  }

  image(kind: ImageKind): Image {
    const image = this.#loaded.get(kind) ?? this.#load(kind);
    this.#loaded.delete(kind);
    this.#loaded.set(kind, image);
    for (const [oldest] of this.#loaded) if (this.#loaded.size > IMAGES_KEPT) this.#loaded.delete(oldest);
    return image;
  }

  /** {path inside: bytes} of what belongs to an image, for modules that are imported late. */
  wheels(kind: ImageKind): Record<string, SharedArrayBuffer> {
    return Object.fromEntries(
      wheelsOf(kind).map(({ inside }) => {
        const bytes = this.#loadedWheels.get(inside) ?? known(this.#wheels.get(inside)).read();
        this.#loadedWheels.set(inside, bytes);
        return [inside, bytes];
      }),
    );
  }

  #load(kind: ImageKind): Image {
    const { header, headerBytes, file } = known(this.#images.get(kind));
    return { ...header, engine: readEngine(this.#imagesDir, header.engineVersion), memory: file.read(headerBytes) };
  }
}

/** The constructor has looked for everything. */
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a file was not opened in time');
  return value;
}
