import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listConcepts } from '#lib/concepts';
import { listProgress } from '#lib/progress';
import { withNext } from '../../../_account/next-target.ts';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import { MainArea } from '../../../_frame/main-area.tsx';
import { EmptyState } from '../../../_kit/empty-state.tsx';
import { LinkButton } from '../../../_kit/link-button.tsx';
import { ConceptProgress } from '../../../_progress/concept-progress.tsx';
import { PackTable } from '../../../_progress/pack-table.tsx';
import { ProgressBar } from '../../../_progress/progress-bar.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn.progress');
  return { title: t('title') };
}

/** What the viewer has passed, when, and with how many attempts; nothing to hurry for and nobody to compare with. */
export default async function ProgressPage() {
  const [t, viewer] = await Promise.all([getTranslations('learn.progress'), findCurrentViewer()]);
  return (
    <MainArea>
      <h1 className="text-3xl">{t('title')}</h1>
      {viewer ? <Own packs={await listProgress(viewer)} /> : <Visitor />}
    </MainArea>
  );
}

async function Own({ packs }: { packs: Awaited<ReturnType<typeof listProgress>> }) {
  const [t, concepts] = await Promise.all([getTranslations('learn.progress'), listConcepts()]);
  const exercises = packs.flatMap((pack) => pack.exercises);
  const passed = exercises.filter(({ progress }) => progress === 'passed').length;
  const attempts = exercises.reduce((sum, exercise) => sum + exercise.attempts, 0);
  if (attempts === 0)
    return (
      <EmptyState
        title={t('emptyTitle')}
        className="mt-8"
        actions={
          <LinkButton href="/#exercises" variant="primary">
            {t('begin')}
          </LinkButton>
        }
      >
        {t('emptyText')}
      </EmptyState>
    );
  return (
    <>
      <div className="mt-6 max-w-xl">
        <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-semibold">{t('summary', { passed, total: exercises.length })}</span>
          <span className="text-sm text-muted">{t('summaryAttempts', { attempts })}</span>
        </p>
        <ProgressBar passed={passed} total={exercises.length} />
      </div>
      <section aria-labelledby="by-pack" className="mt-12">
        <h2 id="by-pack" className="mb-5 text-xl">
          {t('byPack')}
        </h2>
        <div className="grid gap-8">
          {packs.map((pack) => (
            <PackTable key={pack.slug} pack={pack} />
          ))}
        </div>
      </section>
      <section aria-labelledby="by-concept" className="mt-12">
        <h2 id="by-concept" className="mb-5 text-xl">
          {t('byConcept')}
        </h2>
        <ConceptProgress concepts={concepts} exercises={exercises} />
      </section>
    </>
  );
}

async function Visitor() {
  const t = await getTranslations('learn.progress');
  return (
    <EmptyState
      title={t('visitorTitle')}
      className="mt-8"
      actions={
        <>
          <LinkButton href={withNext('/sign-up', '/progress')}>{t('signUp')}</LinkButton>
          <LinkButton href={withNext('/sign-in', '/progress')} variant="primary">
            {t('signIn')}
          </LinkButton>
        </>
      }
    >
      {t('visitorText')}
    </EmptyState>
  );
}
