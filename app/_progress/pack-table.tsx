import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ExerciseProgress, PackProgress } from '#lib/progress';
import { LocalTime } from '../_exercise/attempts/local-time.tsx';
import { classNames } from '../_kit/class-names.ts';
import { ProgressMark } from '../_home/progress-mark.tsx';

/** The exercises of one pack with what became of them; on a phone each is a small card. */
export function PackTable({ pack }: { pack: PackProgress }) {
  const t = useTranslations('learn.progress');
  const locale = useLocale();
  const passed = pack.exercises.filter(({ progress }) => progress === 'passed').length;
  const titleId = `progress-${pack.slug}`;
  return (
    <section aria-labelledby={titleId}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={titleId} className="font-semibold">
          <Link href={`/packs/${pack.slug}`} className="rounded-sm underline-offset-3 hover:underline">
            {pack.title[locale]}
          </Link>
        </h3>
        <p className="text-sm text-muted tabular-nums">{t('passedOf', { passed, total: pack.exercises.length })}</p>
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
        <table aria-labelledby={titleId} className="block w-full text-sm md:table md:table-fixed">
          <thead className="hidden border-b border-line text-left text-xs text-muted md:table-header-group">
            <tr>
              <Head className="w-[36%]">{t('exercise')}</Head>
              <Head>{t('state')}</Head>
              <Head className="w-[12%]">{t('attempts')}</Head>
              <Head>{t('passedOn')}</Head>
              <Head>{t('lastTried')}</Head>
            </tr>
          </thead>
          <tbody className="block divide-y divide-line md:table-row-group">
            {pack.exercises.map((exercise) => (
              <ExerciseLine key={exercise.slug} exercise={exercise} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ExerciseLine({ exercise }: { exercise: ExerciseProgress }) {
  const t = useTranslations('learn.progress');
  const locale = useLocale();
  const { slug, title, progress, attempts, passedAt, triedAt } = exercise;
  return (
    <tr className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-3 md:table-row md:p-0">
      <th scope="row" className="w-full text-left font-medium md:w-auto md:px-4 md:py-2.5">
        <Link href={`/exercises/${slug}`} className="rounded-sm underline-offset-3 hover:underline">
          {title[locale]}
        </Link>
      </th>
      <Cell>
        <ProgressMark progress={progress} />
      </Cell>
      <Cell label={t('attempts')} empty={attempts === 0}>
        {attempts}
      </Cell>
      <Cell label={t('passedOn')} empty={passedAt === null}>
        {passedAt ? <LocalTime iso={passedAt} /> : t('never')}
      </Cell>
      <Cell label={t('lastTried')} empty={triedAt === null}>
        {triedAt ? <LocalTime iso={triedAt} /> : t('never')}
      </Cell>
    </tr>
  );
}

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={classNames('px-4 py-2 font-medium whitespace-nowrap', className)}>
      {children}
    </th>
  );
}

/** On a phone a cell has its label in it, and is left out when there is nothing to say. */
function Cell({ label, empty = false, children }: { label?: string; empty?: boolean; children: ReactNode }) {
  return (
    <td className={`text-muted tabular-nums md:table-cell md:px-4 md:py-2.5 ${empty ? 'hidden' : ''}`}>
      {label ? <span className="mr-1.5 text-xs md:hidden">{label}</span> : null}
      {children}
    </td>
  );
}
