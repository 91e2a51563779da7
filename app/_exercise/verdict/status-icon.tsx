import { Ban, Check, CircleDashed, Hourglass, Link2, OctagonX, X, type LucideIcon } from 'lucide-react';
import type { ScenarioStatus } from '#grader/verdict/schema';
import { classNames } from '../../_kit/class-names.ts';

const looks: Record<ScenarioStatus | 'pending', { Icon: LucideIcon; classes: string }> = {
  passed: { Icon: Check, classes: 'bg-success text-raised' },
  failed: { Icon: X, classes: 'bg-danger text-on-danger' },
  errored: { Icon: Ban, classes: 'bg-danger text-on-danger' },
  deadlocked: { Icon: Link2, classes: 'bg-danger text-on-danger' },
  out_of_time: { Icon: Hourglass, classes: 'bg-danger text-on-danger' },
  killed: { Icon: OctagonX, classes: 'bg-danger text-on-danger' },
  pending: { Icon: CircleDashed, classes: 'bg-sunken text-muted' },
};

/** The sign of how a scenario ended; the word stands beside it. */
export function StatusIcon({ status }: { status: ScenarioStatus | 'pending' }) {
  const { Icon, classes } = looks[status];
  return (
    <span aria-hidden className={classNames('grid size-5.5 shrink-0 place-items-center rounded-full', classes)}>
      <Icon className="size-3.5" strokeWidth={2.75} />
    </span>
  );
}
