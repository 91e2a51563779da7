import { getLocale, getTranslations } from 'next-intl/server';
import { listCatalogue, type CataloguePack } from '#lib/exercises';
import { findCurrentViewer } from '../_data/viewer.ts';
import { EmptyState } from '../_kit/empty-state.tsx';
import { ExerciseRow } from './exercise-row.tsx';
import { NextExercise } from './next-exercise.tsx';
import { PackProgress } from './pack-progress.tsx';

/** All packs and their exercises, with the viewer's own progress when there is a viewer. */
export async function Catalogue() {
  const t = await getTranslations('home.catalogue');
  const viewer = await findCurrentViewer();
  const packs = await listCatalogue(viewer);
  if (packs.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return (
    <div className="grid gap-12 sm:gap-14">
      {viewer ? <NextExercise packs={packs} /> : null}
      {packs.map((pack) => (
        <PackSection key={pack.slug} pack={pack} signedIn={viewer !== null} />
      ))}
    </div>
  );
}

async function PackSection({ pack, signedIn }: { pack: CataloguePack; signedIn: boolean }) {
  const locale = await getLocale();
  const titleId = `pack-${pack.slug}`;
  return (
    <section aria-labelledby={titleId} className="grid gap-x-10 gap-y-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-[calc(var(--header-height)+1.5rem)] lg:self-start">
        <h3 id={titleId} className="text-xl">
          {pack.title[locale]}
        </h3>
        <p className="mt-1.5 text-sm text-pretty text-muted">{pack.summary[locale]}</p>
        {signedIn ? <PackProgress exercises={pack.exercises} /> : null}
      </div>
      <ul className="overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
        {pack.exercises.map((exercise) => (
          <ExerciseRow key={exercise.slug} exercise={exercise} showProgress={signedIn} />
        ))}
      </ul>
    </section>
  );
}
