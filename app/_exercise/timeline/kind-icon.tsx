import type { TimelineRow } from '#grader/verdict/schema';
import { KIND_FILLS } from './timeline-bar.tsx';

const shapes = {
  // A task is a path that is walked, a call goes out and comes back, a thread runs beside.
  task: <path d="M2 8h12M2 4.5v7" />,
  call: <path d="M3 11V5h10v6M10 8.5l3 3 2-3" />,
  thread: <path d="M3 3c4 0 2 5 5 5s1 5 5 5M3 13c2 0 2.5-1.5 3-3" />,
};

/** The sign of a kind of row; its word is in the row's accessible name and in the legend. */
export function KindIcon({ kind }: { kind: TimelineRow['kind'] }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" fill="none" strokeWidth="2" strokeLinecap="round" stroke={KIND_FILLS[kind]}>
      {shapes[kind]}
    </svg>
  );
}
