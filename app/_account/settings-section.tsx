import { useId, type ReactNode } from 'react';
import { Card } from '../_kit/card.tsx';

/** One group of settings: what it is about on the left, the controls on the right. */
export function SettingsSection({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Card className="grid gap-x-8 gap-y-5 p-5 sm:p-6 md:grid-cols-[15rem_minmax(0,1fr)]">
        <div>
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          <p className="mt-1 text-sm text-pretty text-muted">{text}</p>
        </div>
        <div>{children}</div>
      </Card>
    </section>
  );
}
