import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { findPack } from '#lib/exercises';
import { findIntroduction } from '#lib/introductions';
import { withNext } from '../../../../_account/next-target.ts';
import { ConceptTags } from '../../../../_concepts/concept-tags.tsx';
import { findCurrentViewer } from '../../../../_data/viewer.ts';
import '../../../../_exercise/exercise.css';
import { MainArea } from '../../../../_frame/main-area.tsx';
import { ExerciseList } from '../../../../_home/exercise-list.tsx';
import { NextExercise } from '../../../../_home/next-exercise.tsx';
import { PackProgress } from '../../../../_home/pack-progress.tsx';
import { ClientMessages } from '../../../../_i18n/client-messages.tsx';
import { IntroductionView } from '../../../../_introduction/introduction-view.tsx';
import { TextLink } from '../../../../_kit/text-link.tsx';

interface PackPageProps {
  params: Promise<{ slug: string }>;
}

const findOnce = cache(async (slug: string) => findPack(slug, await findCurrentViewer()));

export async function generateMetadata({ params }: PackPageProps): Promise<Metadata> {
  const pack = await findOnce((await params).slug);
  if (!pack) return {};
  const locale = await getLocale();
  return { title: pack.title[locale], description: pack.summary[locale] };
}

/** A pack: what to know before its exercises, with programs to run, then the exercises. */
export default async function PackPage({ params }: PackPageProps) {
  const { slug } = await params;
  const pack = await findOnce(slug);
  if (!pack) notFound();
  const [t, locale, viewer, introduction] = await Promise.all([
    getTranslations('learn.pack'),
    getLocale(),
    findCurrentViewer(),
    findIntroduction(slug),
  ]);
  const minutes = pack.exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
  return (
    <MainArea>
      <TextLink href="/#exercises" className="inline-flex items-center gap-1 text-sm no-underline hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </TextLink>
      <div className="mt-3 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <header className="max-w-[46rem]">
            <h1 className="text-3xl">{pack.title[locale]}</h1>
            <p className="mt-2 text-lg text-pretty text-muted">{pack.summary[locale]}</p>
            <div className="mt-4">
              <ConceptTags slugs={pack.concepts} linked />
            </div>
          </header>
          <div className="mt-8">
            {introduction ? (
              <ClientMessages areas={['learn', 'exercise']}>
                <IntroductionView pack={slug} introduction={introduction} signedIn={viewer !== null} />
              </ClientMessages>
            ) : (
              <p className="text-muted">{t('noIntroduction')}</p>
            )}
          </div>
        </div>
        <aside aria-label={t('label')} className="hidden lg:block">
          <div className="sticky top-[calc(var(--header-height)+1.5rem)] grid gap-5 border-l border-line pl-6">
            <div>
              <p className="text-sm text-muted">{t('extent', { exercises: pack.exercises.length, minutes })}</p>
              {viewer ? <PackProgress exercises={pack.exercises} /> : <VisitorNote path={`/packs/${slug}`} />}
            </div>
            <nav aria-label={t('exercises')}>
              <ol className="grid gap-1 text-sm">
                {pack.exercises.map((exercise) => (
                  <li key={exercise.slug}>
                    <Link
                      href={`/exercises/${exercise.slug}`}
                      className="inline-block rounded-sm py-0.5 underline-offset-3 hover:underline"
                    >
                      {exercise.title[locale]}
                    </Link>
                  </li>
                ))}
              </ol>
            </nav>
          </div>
        </aside>
      </div>
      <section aria-labelledby="pack-exercises" className="mt-14">
        <h2 id="pack-exercises" className="mb-5 text-2xl">
          {t('exercises')}
        </h2>
        <div className="grid gap-6">
          <NextExercise packs={[pack]} />
          <ExerciseList exercises={pack.exercises} level={3} showProgress={viewer !== null} />
        </div>
      </section>
    </MainArea>
  );
}

async function VisitorNote({ path }: { path: string }) {
  const t = await getTranslations('learn.pack');
  return (
    <p className="mt-2 text-sm text-muted">
      {t.rich('visitor', { link: (words) => <TextLink href={withNext('/sign-in', path)}>{words}</TextLink> })}
    </p>
  );
}
