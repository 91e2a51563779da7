// What the launcher itself reads from the environment.
import { Refusal } from '../refusal.mjs';

export function readCount(name: string, fallback: number, { min, max }: { min: number; max: number }): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Refusal(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
}

/** The address to listen on; null means all. */
export function readHost(): string | null {
  const host = process.env.HOST ?? '';
  return ['', '0.0.0.0', '::'].includes(host) ? null : host;
}

export const readPort = () => readCount('PORT', 3000, { min: 1, max: 65_535 });
export const readWorkers = () => readCount('WORKERS', 1, { min: 0, max: 256 });
