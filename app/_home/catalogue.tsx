import { ArrowRight, BookOpen } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { listCatalogue, type CataloguePack } from '#lib/exercises';
import { findCurrentViewer } from '../_data/viewer.ts';
import { EmptyState } from '../_kit/empty-state.tsx';
import { ExerciseList } from './exercise-list.tsx';
import { NextExercise } from './next-exercise.tsx';
import { PackProgress } from './pack-progress.tsx';

type CatalogueProps = {
  /** The heading level of a pack, one below that of the section; an exercise is one below its pack. */
  packLevel: 2 | 3;
};

/** All packs and their exercises, with the viewer's own progress when there is a viewer. */
export async function Catalogue({ packLevel }: CatalogueProps) {
  const t = await getTranslations('home.catalogue');
  const viewer = await findCurrentViewer();
  const packs = await listCatalogue(viewer);
  if (packs.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return (
    <div className="grid gap-12 sm:gap-14">
      <NextExercise packs={packs} />
      {packs.map((pack) => (
        <PackSection key={pack.slug} pack={pack} level={packLevel} signedIn={viewer !== null} />
      ))}
    </div>
  );
}

async function PackSection({ pack, level, signedIn }: { pack: CataloguePack; level: 2 | 3; signedIn: boolean }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const [locale, t] = await Promise.all([getLocale(), getTranslations('learn.pack')]);
  const titleId = `pack-${pack.slug}`;
  const minutes = pack.exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
  return (
    <section aria-labelledby={titleId} className="grid gap-x-10 gap-y-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-[calc(var(--header-height)+1.5rem)] lg:self-start">
        <Heading id={titleId} className="text-xl">
          <Link href={`/packs/${pack.slug}`} className="rounded-sm decoration-1 underline-offset-4 hover:underline">
            {pack.title[locale]}
          </Link>
        </Heading>
        <p className="mt-1.5 text-sm text-pretty text-muted">{pack.summary[locale]}</p>
        {signedIn ? (
          <PackProgress exercises={pack.exercises} />
        ) : (
          <p className="mt-3 text-sm text-muted">{t('extent', { exercises: pack.exercises.length, minutes })}</p>
        )}
        <Link
          href={`/packs/${pack.slug}`}
          aria-describedby={titleId}
          className="mt-2 inline-flex min-h-8 items-center gap-1.5 rounded-sm text-sm font-medium text-accent hover:text-accent-hover hover:underline"
        >
          <BookOpen aria-hidden className="size-4" />
          {t('readIntroduction')}
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      </div>
      <ExerciseList exercises={pack.exercises} level={level === 2 ? 3 : 4} showProgress={signedIn} />
    </section>
  );
}
