// npm run dev: as npm start, but the site is compiled while it is looked at.
import { serve } from './start.ts';

export function run(): Promise<number> {
  return serve('dev');
}
