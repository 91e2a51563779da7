import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const looks = {
  info: { Icon: Info, classes: 'bg-info-soft text-info' },
  success: { Icon: CircleCheck, classes: 'bg-success-soft text-success' },
  warning: { Icon: TriangleAlert, classes: 'bg-warning-soft text-warning' },
  danger: { Icon: CircleAlert, classes: 'bg-danger-soft text-danger' },
} as const;

type AlertProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  /** `true` for something that just happened: screen readers say it at once. */
  announce?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A message that belongs to the place where it stands and stays until its reason is gone. */
export function Alert({ tone = 'info', title, announce = false, className, children }: AlertProps) {
  const { Icon, classes } = looks[tone];
  return (
    <div
      role={announce ? 'alert' : undefined}
      className={classNames('flex gap-2.5 rounded-md px-3.5 py-3 text-sm', classes, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="grid min-w-0 gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  );
}
