// A small valid pack on disk, for tests. Imported by tests only.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path below the pack → content; null leaves a file out. */
export type Files = Record<string, string | Uint8Array | null>;

export const VALID_FILES: Files = {
  'pack.yaml': `title: { en: A pack, zh: 练习包 }
summary: { en: For tests., zh: 供测试用。 }
order: 1
concepts: [gather]
licence: MIT
authors: [Test]
`,
  'introduction.en.md':
    'Read.\n\n[A program](introduction/hello.py)\n\n[gather](concept:gather), [one](exercise:first)\n',
  'introduction.zh.md': '读。\n\n[程序](introduction/hello.py)\n',
  'introduction/hello.py': '# right program\n',
  'introduction/snippets.yaml': 'hello: { seconds: 1, output: "hello" }\n',
  'first/exercise.yaml': `slug: first
title: { en: First, zh: 第一题 }
summary: { en: One., zh: 一。 }
order: 1
difficulty: 2
concepts: [gather]
minutes: 10
hints:
  - { en: Look., zh: 看。 }
  - { en: Look again., zh: 再看。 }
`,
  'first/statement.en.md': 'Do it.\n',
  'first/statement.zh.md': '做吧。\n',
  'first/starter.py': '# starter\n',
  'first/support.py': '# support\n',
  'first/scenarios.py': '# scenarios\n',
  'first/design.md': 'Why.\n',
  'first/solutions/passed/reference.py': '# right\n',
  'first/solutions/passed/reference.en.md': '# Together\n\nWhy.\n',
  'first/solutions/passed/reference.zh.md': '# 一起\n\n为什么。\n',
  'first/solutions/failed/serial.py': '# fails: hidden one\n',
};

const CONCEPTS = 'gather: { title: { en: gather, zh: gather }, text: { en: All., zh: 全部。 } }\n';

/** Writes a pack folder called `sample-pack`, removed when the test is over, and returns its path; `../concepts.yaml` stands beside it. */
export function writePack(changes: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'overlap-pack-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'sample-pack');
  for (const [name, content] of Object.entries({ '../concepts.yaml': CONCEPTS, ...VALID_FILES, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
