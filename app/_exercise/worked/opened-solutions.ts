// Worked solutions as the browser gets them: Markdown and source as HTML made on the server.
import type { Localised } from '#grader/verdict/schema';

interface ShownCode {
  source: string;
  /** Highlighted and escaped. */
  html: string;
}

export interface ShownSolution extends ShownCode {
  name: string;
  isReference: boolean;
  title: Localised;
  /** HTML. */
  commentary: Localised;
}

export interface OpenedSolutions {
  /** The text with which the student first passed. */
  own: ShownCode;
  /** The reference first. */
  solutions: ShownSolution[];
}
