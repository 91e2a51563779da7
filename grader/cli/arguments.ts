// node:util's parseArgs with errors as one sentence.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and exactly `names.length` positional arguments, or a UsageError that shows how to call it. */
export function readArguments<T extends Options>(args: string[], options: T, names: readonly string[], usage: string) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${reason}. Usage: ${usage}`);
  }
  const { positionals, values } = parsed;
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing. Usage: ${usage}`);
  if (positionals.length > names.length) {
    throw new UsageError(`"${positionals[names.length]}" is one argument too many. Usage: ${usage}`);
  }
  return { values, positionals };
}
