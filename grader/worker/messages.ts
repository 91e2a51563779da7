// What a grader child and its parent say to each other over IPC. Both sides check what they receive: the parent because
// a submission might have broken out into the child, the child because a wrong message is better named than obeyed.
import { z } from 'zod';
import { exerciseBundleSchema, scenarioOutlineSchema } from '../pack/schema.ts';
import { verdictSchema } from '../verdict/schema.ts';

const gradeRequestSchema = z.strictObject({
  exercise: exerciseBundleSchema,
  source: z.string(),
  mode: z.enum(['visible', 'all']),
  audience: z.enum(['student', 'author']),
});

/** Numbers the tasks of one child; an answer with another number belongs to nothing and means a broken child. */
const task = z.int().nonnegative();

export const parentMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grade'), task, request: gradeRequestSchema }),
  z.strictObject({ kind: z.literal('outline'), task, exercise: exerciseBundleSchema }),
]);

const faultText = z.string().max(4_000);

export const childMessageSchema = z.discriminatedUnion('kind', [
  /** The interpreters' images are loaded: tasks are welcome. */
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('cannot_start'), message: faultText }),
  /** The task arrived and is begun; a child that does not say so in time is silent and gets replaced. */
  z.strictObject({ kind: z.literal('begun'), task }),
  z.strictObject({ kind: z.literal('verdict'), task, verdict: verdictSchema }),
  z.strictObject({ kind: z.literal('outline'), task, scenarios: z.array(scenarioOutlineSchema) }),
  z.strictObject({
    kind: z.literal('pack_fault'),
    task,
    message: faultText,
    at: z.strictObject({ file: z.string().max(300), line: z.int().nullable() }).nullable(),
  }),
  z.strictObject({ kind: z.literal('grader_fault'), task, message: faultText }),
]);

export type ParentMessage = z.infer<typeof parentMessageSchema>;
export type ChildMessage = z.infer<typeof childMessageSchema>;

/** Cuts a text to what a fault's message may be. */
export const toFaultText = (text: string): string => text.slice(0, 4_000);
