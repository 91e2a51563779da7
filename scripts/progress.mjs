// Tells the person at the terminal which step runs and how long it took. Runs on the system's Node before anything is
// installed: built-in modules only.

/** How long a step may take before a non-terminal log also gets a line for its beginning. */
const SLOW_STEP_MS = 1500;

/** @typedef {{ write(text: string): unknown, isTTY?: boolean }} Output */

export class Progress {
  /**
   * @param {Output} output
   * @param {boolean} quiet only steps that are slow or fail are mentioned (for commands whose output is for programs)
   */
  constructor(output = process.stdout, quiet = false) {
    this.output = output;
    this.quiet = quiet;
  }

  /** @param {string} text */
  say(text) {
    if (!this.quiet) this.output.write(`${text}\n`);
  }

  /**
   * Runs one step. What it resolves to, when it is a string, is shown behind the title ("unchanged", "as postgres").
   * @template T
   * @param {string} title
   * @param {() => Promise<T>} work
   * @param {{ printsItself?: boolean }} options printsItself: what runs in this step writes to the terminal
   * @returns {Promise<T>}
   */
  async step(title, work, { printsItself = false } = {}) {
    const startedWallMs = performance.now();
    const live = this.output.isTTY === true && !this.quiet && !printsItself;
    if (live) this.output.write(`  … ${title}`);
    const slow = live ? undefined : setTimeout(() => this.output.write(`  … ${title}\n`), SLOW_STEP_MS);
    /** @param {string} mark @param {unknown} note */
    const end = (mark, note) => {
      clearTimeout(slow);
      const seconds = ((performance.now() - startedWallMs) / 1000).toFixed(1);
      const detail = typeof note === 'string' && note !== '' ? ` (${note})` : '';
      this.output.write(`${live ? '\r\x1b[2K' : ''}  ${mark} ${title}${detail} ${seconds} s\n`);
    };
    try {
      const result = await work();
      if (this.quiet) clearTimeout(slow);
      else end('✓', result);
      return result;
    } catch (error) {
      end('✗', '');
      throw error;
    }
  }
}
