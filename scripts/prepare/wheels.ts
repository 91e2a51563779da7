// Fetches the Python packages of the interpreter images: exactly those of grader/python/wheels.lock.json, by hash.
// pip is asked first, because it knows the operator's mirrors and proxies; without it we ask PyPI ourselves.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ToolFailure, runTool } from '../processes/tool.mjs';
import { inData, inRoot } from '../project.mjs';
import { Refusal } from '../refusal.mjs';

export const wheelsDir = inData('wheels');

/** The Python inside the images, for which the wheels have to be. */
const PYTHON = '3.14';

const lockSchema = z.array(
  z.strictObject({
    name: z.string(),
    version: z.string(),
    file: z.string().regex(/^[\w.+-]+\.whl$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

type Wheel = z.infer<typeof lockSchema>[number];

/** Resolves to a note for people: what was done. */
export async function fetchWheels(): Promise<string> {
  const wheels = lockSchema.parse(JSON.parse(readFileSync(inRoot('grader', 'python', 'wheels.lock.json'), 'utf8')));
  const missing = wheels.filter((wheel) => !isGenuine(wheel));
  if (missing.length === 0) return 'unchanged';
  mkdirSync(wheelsDir, { recursive: true });
  const pipTrouble = await tryPip(missing);
  for (const wheel of missing.filter((candidate) => !isGenuine(candidate))) await download(wheel, pipTrouble);
  return missing.map((wheel) => `${wheel.name} ${wheel.version}`).join(', ');
}

function isGenuine(wheel: Wheel): boolean {
  const file = path.join(wheelsDir, wheel.file);
  return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === wheel.sha256;
}

/** Answers what went wrong, in one line, or null. */
async function tryPip(wheels: Wheel[]): Promise<string | null> {
  const requirements = path.join(wheelsDir, `requirements.${process.pid}.txt`);
  writeFileSync(requirements, wheels.map((w) => `${w.name}==${w.version} --hash=sha256:${w.sha256}\n`).join(''));
  const only = ['--no-deps', '--only-binary=:all:', '--python-version', PYTHON, '--require-hashes'];
  const where = ['--disable-pip-version-check', '--dest', wheelsDir, '-r', requirements];
  try {
    await runTool('python3', ['-m', 'pip', 'download', ...only, ...where]);
    return null;
  } catch (error) {
    return error instanceof ToolFailure ? (error.output.split('\n').at(-1) ?? '') : String(error);
  } finally {
    rmSync(requirements);
  }
}

async function download(wheel: Wheel, pipTrouble: string | null): Promise<void> {
  try {
    const index = `https://pypi.org/simple/${wheel.name}/`;
    const url = findLink(await (await getOk(index)).text(), wheel.file);
    if (url === null) throw new Error(`${wheel.file} is not there`);
    const bytes = new Uint8Array(await (await getOk(new URL(url, index).href)).arrayBuffer());
    const draft = path.join(wheelsDir, `${wheel.file}.${process.pid}`);
    writeFileSync(draft, bytes);
    renameSync(draft, path.join(wheelsDir, wheel.file));
  } catch (error) {
    throw new Refusal(
      `${wheel.name} ${wheel.version} could not be fetched: neither with python3 -m pip (${pipTrouble ?? 'wrong file'}) nor from ` +
        `pypi.org (${describe(error)}); connect to a network, or copy ${wheel.file} into ${wheelsDir}.`,
    );
  }
  if (!isGenuine(wheel)) throw new Refusal(`${wheel.file} from pypi.org does not have the hash of wheels.lock.json.`);
}

/** In the HTML form of the index (PEP 503), which mirrors have too. */
function findLink(page: string, file: string): string | null {
  const links = [...page.matchAll(/href="([^"#]+)/g)].map((match) => match[1] ?? '');
  return links.find((link) => link.split('/').at(-1) === file) ?? null;
}

async function getOk(url: string): Promise<Response> {
  const response = await fetch(url, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** `fetch failed` alone says nothing: the reason is in its cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
