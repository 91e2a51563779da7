// What an author writes in pack.yaml and exercise.yaml, and what the grader and the site make of a pack.
// Knows zod and nothing else. Unknown keys are errors everywhere.
import { z } from 'zod';

export const localisedSchema = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const distinctSlugs = z
  .array(slug)
  .refine((slugs) => new Set(slugs).size === slugs.length, 'the same one is there twice');
/** A Python file's name without its ending. */
const fileName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case words joined by underscores');

/** `pack.yaml` */
export const packYamlSchema = z.strictObject({
  title: localisedSchema,
  summary: localisedSchema,
  order: z.int().nonnegative(),
  concepts: distinctSlugs.min(1),
  licence: z.string().min(1),
  authors: z.array(z.string().min(1)).min(1),
});

/** Per-scenario limits of the sandbox. Everything but `virtualSeconds` is real resource use. */
export const limitsSchema = z.strictObject({
  cpuMs: z.int().min(100).max(20_000).default(3_000),
  memoryMb: z.int().min(64).max(512).default(192),
  outputKb: z.int().min(1).max(1_024).default(64),
  /** The virtual deadline of a scenario that sets none of its own. */
  virtualSeconds: z.int().min(1).max(86_400).default(600),
});

/** Which interpreter image the submission starts from; `-clients` adds those of HTTP and databases. */
export const imageNameSchema = z.enum(['python', 'django', 'python-clients', 'django-clients']);

/** `exercise.yaml` */
export const exerciseYamlSchema = z.strictObject({
  slug,
  title: localisedSchema,
  summary: localisedSchema,
  order: z.int().nonnegative(),
  difficulty: z.int().min(1).max(5),
  concepts: distinctSlugs.min(1).max(8),
  minutes: z.int().min(1).max(240),
  image: imageNameSchema.default('python'),
  limits: limitsSchema.prefault({}),
  /** Opened one by one by the student, the gentlest first. */
  hints: z.array(localisedSchema).min(2).max(5),
});

/** `introduction/snippets.yaml`: what each program of the introduction prints, and how long it takes. */
export const snippetsYamlSchema = z.record(
  fileName,
  z.strictObject({
    /** Virtual seconds from the first line of `main()` to its end. */
    seconds: z.number().min(0).max(3_600),
    /** Everything it prints, exactly; the last line's end may be left out. */
    output: z.string().max(4_000),
  }),
);

/** `concepts.yaml` beside the packs: what exercises teach, in the order in which a reader would learn it. */
export const conceptsYamlSchema = z.record(
  slug,
  z.strictObject({
    title: localisedSchema,
    /** One paragraph of Markdown; may link to other concepts and to exercises. */
    text: localisedSchema,
    related: distinctSlugs.max(6).default([]),
  }),
);

/** Whether submissions on this image are Django ones. */
export const isDjango = (image: ImageName): boolean => image.startsWith('django');

/** Everything the grader needs to grade one exercise; the only form in which hidden scenarios travel. */
export const exerciseBundleSchema = z.strictObject({
  slug,
  /** sha256 (hex) over the files that decide a verdict: scenarios, support, image, limits. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  image: imageNameSchema,
  limits: limitsSchema,
  scenarios: z.string(),
  support: z.string().nullable(),
});

/** What the judge says of a scenario without running it. `source` is there for visible ones only. */
export const scenarioOutlineSchema = z.strictObject({
  name: localisedSchema,
  weight: z.int().positive(),
  visible: z.boolean(),
  hint: localisedSchema.nullable(),
  seeds: z.int().positive(),
  source: z.string().nullable(),
  line: z.int().positive(),
});

/** What students may see of an exercise. Contains nothing of hidden scenarios but their names. */
export const publicExerciseSchema = z.strictObject({
  pack: slug,
  slug,
  title: localisedSchema,
  summary: localisedSchema,
  order: z.int(),
  difficulty: z.int(),
  concepts: z.array(slug),
  minutes: z.int(),
  hints: z.array(localisedSchema),
  statement: localisedSchema, // Markdown
  starter: z.string(),
  support: z.string().nullable(),
  scenarios: z.array(scenarioOutlineSchema.omit({ hint: true, seeds: true, line: true })),
  contentHash: z.string(),
});

/** One concept, as everybody may see it. */
export const conceptSchema = z.strictObject({
  slug,
  title: localisedSchema,
  text: localisedSchema,
  related: z.array(slug),
});

/** A right solution with commentary. Only who has passed the exercise may see it. */
export const workedSolutionSchema = z.strictObject({
  name: fileName,
  isReference: z.boolean(),
  title: localisedSchema,
  source: z.string(),
  commentary: localisedSchema, // Markdown
});

export type Localised = z.infer<typeof localisedSchema>;
export type Concept = z.infer<typeof conceptSchema>;
export type WorkedSolution = z.infer<typeof workedSolutionSchema>;
export type PackYaml = z.infer<typeof packYamlSchema>;
export type ExerciseYaml = z.infer<typeof exerciseYamlSchema>;
export type Limits = z.infer<typeof limitsSchema>;
export type ImageName = z.infer<typeof imageNameSchema>;
export type ExerciseBundle = z.infer<typeof exerciseBundleSchema>;
export type ScenarioOutline = z.infer<typeof scenarioOutlineSchema>;
export type PublicExercise = z.infer<typeof publicExerciseSchema>;

/** The longest source a student may submit, in UTF-8 bytes. */
export const MAX_SOURCE_BYTES = 64 * 1024;
