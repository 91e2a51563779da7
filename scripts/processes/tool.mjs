// Runs a program to its end and keeps its output for the case that it fails.
// Runs on the system's Node before anything is installed: built-in modules only.
import { spawn } from 'node:child_process';
import { root } from '../project.mjs';

/** A program that ended with a failure; `output` is all it printed. */
export class ToolFailure extends Error {
  /** @override */
  name = 'ToolFailure';
  /** @param {string} command @param {string} output */
  constructor(command, output) {
    super(`${command} failed:\n${output.trim()}`);
    this.output = output.trim();
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends the tools that run now, because we are to stop. */
export function stopTools() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it printed, both streams together
 */
export function runTool(command, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (data) => (output += data));
    child.on('error', (error) => reject(new ToolFailure(command, error.message)));
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else
        reject(
          new ToolFailure([command, ...args].join(' '), `${output}${signal === null ? '' : `\n(ended by ${signal})`}`),
        );
    });
  });
}
