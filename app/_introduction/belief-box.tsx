import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** What is commonly believed, and what really happens; both as HTML made from Markdown. */
export function BeliefBox({ belief, fact }: { belief: string; fact: string }) {
  const t = useTranslations('learn.belief');
  return (
    <aside className="my-6 overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
      <Half title={t('belief')} html={belief} icon={<CircleX aria-hidden className="text-danger" />} quiet />
      <Half title={t('fact')} html={fact} icon={<CircleCheck aria-hidden className="text-success" />} />
    </aside>
  );
}

function Half({ title, html, icon, quiet }: { title: string; html: string; icon: React.ReactNode; quiet?: boolean }) {
  return (
    <div className={quiet ? 'border-b border-line bg-sunken px-4 py-3.5 sm:px-5' : 'px-4 py-3.5 sm:px-5'}>
      <p className="flex items-center gap-2 text-sm font-semibold [&_svg]:size-4.5 [&_svg]:shrink-0">
        {icon}
        {title}
      </p>
      <div className="prose mt-1 pl-6.5" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
