// Builds the interpreter images from Pyodide and the wheels; those that are current are left alone.
import { runTool } from '../processes/tool.mjs';
import { inData, inRoot } from '../project.mjs';
import { wheelsDir } from './wheels.ts';

export async function buildImages(): Promise<string> {
  const script = inRoot('grader', 'sandbox', 'build-images.ts');
  const places = ['--wheels', wheelsDir, '--out', inData('images')];
  // isolated-vm requires the flag (its README, "Requirements").
  const output = await runTool(process.execPath, ['--no-node-snapshot', script, ...places]);
  const lines = output.trim().split('\n');
  return lines.every((line) => line.endsWith('up to date')) ? 'unchanged' : lines.join('; ');
}
