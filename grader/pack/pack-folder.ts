// Reads files of a pack from disk. A pack may come from anyone: nothing here follows a symbolic link, leaves the
// folder, or reads a file before its size is known. Whatever is wrong becomes a problem, never an exception.
import { type Stats, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackProblem } from './problem.ts';

export const MAX_TEXT_BYTES = 256 * 1024;
const MAX_ENTRIES = 200;

/** What Python and desktops leave behind; no part of a pack, and no reason to bother an author. */
const LEFT_BEHIND = new Set(['__pycache__', '.DS_Store']);

export interface FolderEntry {
  name: string;
  kind: 'file' | 'folder';
}

function findStats(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** A folder of a pack, and the list of problems that its reader fills. */
export class PackFolder {
  readonly path: string;
  readonly problems: PackProblem[];

  constructor(path: string, problems: PackProblem[]) {
    this.path = path;
    this.problems = problems;
  }

  report(file: string, line: number | null, message: string, fix: string): void {
    this.problems.push({ file: file === '' ? this.path : join(this.path, file), line, message, fix });
  }

  /** True when the folder is there and is a real folder. */
  exists(): boolean {
    return findStats(this.path)?.isDirectory() ?? false;
  }

  folder(name: string): PackFolder {
    return new PackFolder(join(this.path, name), this.problems);
  }

  /** Files and folders in it, by name; links and special files are reported and left out. */
  entries(): FolderEntry[] {
    const found: FolderEntry[] = [];
    const names = readdirSync(this.path).filter((name) => !LEFT_BEHIND.has(name));
    if (names.length > MAX_ENTRIES) {
      this.report('', null, `The folder holds ${names.length} entries; ${MAX_ENTRIES} are allowed.`, 'Remove some.');
    }
    for (const name of names.sort().slice(0, MAX_ENTRIES)) {
      const stats = findStats(join(this.path, name));
      if (stats?.isFile()) found.push({ name, kind: 'file' });
      else if (stats?.isDirectory()) found.push({ name, kind: 'folder' });
      else if (stats?.isSymbolicLink())
        this.report(name, null, 'This is a symbolic link.', 'Put the file itself here.');
      else this.report(name, null, 'This is neither a file nor a folder.', 'Delete it.');
    }
    return found;
  }

  /** Names of the files in it, without a report on anything else that lies there. */
  fileNames(): string[] {
    return this.#names((stats) => stats.isFile());
  }

  /** Names of the folders in it, without a report on anything else that lies there. */
  folderNames(): string[] {
    return this.#names((stats) => stats.isDirectory());
  }

  #names(wanted: (stats: Stats) => boolean): string[] {
    const isWanted = (name: string) => {
      const stats = findStats(join(this.path, name));
      return stats !== null && wanted(stats);
    };
    return readdirSync(this.path)
      .filter((name) => !LEFT_BEHIND.has(name) && isWanted(name))
      .sort();
  }

  /** The text of a file that must be there; null when it cannot be used, which is then reported. */
  requiredText(name: string, purpose: string, maxBytes = MAX_TEXT_BYTES): string | null {
    if (findStats(join(this.path, name)) === null) {
      this.report(name, null, 'The file is missing.', `Write ${purpose}.`);
      return null;
    }
    const text = this.optionalText(name, maxBytes);
    if (text?.trim() === '') {
      this.report(name, null, 'The file is empty.', `Write ${purpose}.`);
      return null;
    }
    return text;
  }

  /** The text of a file; null when it is not there, or cannot be used, which is then reported. */
  optionalText(name: string, maxBytes = MAX_TEXT_BYTES): string | null {
    const stats = findStats(join(this.path, name));
    if (!stats?.isFile()) return null; // entries() has said what is wrong with it
    if (stats.size > maxBytes) {
      this.report(name, null, `The file has ${stats.size} bytes; ${maxBytes} are allowed.`, 'Make it shorter.');
      return null;
    }
    return this.decode(name, readFileSync(join(this.path, name)));
  }

  private decode(name: string, bytes: Buffer): string | null {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      const line = lineOfFirstBadByte(bytes);
      this.report(name, line, 'The file is not UTF-8 text.', 'Save it with the encoding UTF-8.');
      return null;
    }
    const bad = /\r|\0|^\ufeff/.exec(text);
    if (bad === null) return text;
    const line = text.slice(0, bad.index).split('\n').length;
    if (bad[0] === '\r')
      this.report(name, line, 'The line ends with a carriage return (CR).', 'Save it with LF line ends.');
    else if (bad[0] === '\0') this.report(name, line, 'The line holds a NUL character.', 'Remove it.');
    else this.report(name, 1, 'The file begins with a byte order mark.', 'Save it as UTF-8 without BOM.');
    return null;
  }
}

function lineOfFirstBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let begin = 0; begin < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, begin);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(begin, end));
    } catch {
      return line;
    }
    begin = end;
  }
  return line;
}
