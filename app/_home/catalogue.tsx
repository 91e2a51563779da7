import { getLocale, getTranslations } from 'next-intl/server';
import { listCatalogue, type CataloguePack } from '#lib/exercises';
import { findCurrentViewer } from '../_data/viewer.ts';
import { EmptyState } from '../_kit/empty-state.tsx';
import { ExerciseRow } from './exercise-row.tsx';
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
      {viewer ? <NextExercise packs={packs} /> : null}
      {packs.map((pack) => (
        <PackSection key={pack.slug} pack={pack} level={packLevel} signedIn={viewer !== null} />
      ))}
    </div>
  );
}

async function PackSection({ pack, level, signedIn }: { pack: CataloguePack; level: 2 | 3; signedIn: boolean }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const locale = await getLocale();
  const titleId = `pack-${pack.slug}`;
  return (
    <section aria-labelledby={titleId} className="grid gap-x-10 gap-y-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="lg:sticky lg:top-[calc(var(--header-height)+1.5rem)] lg:self-start">
        <Heading id={titleId} className="text-xl">
          {pack.title[locale]}
        </Heading>
        <p className="mt-1.5 text-sm text-pretty text-muted">{pack.summary[locale]}</p>
        {signedIn ? <PackProgress exercises={pack.exercises} /> : null}
      </div>
      <ul className="overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
        {pack.exercises.map((exercise) => (
          <ExerciseRow key={exercise.slug} exercise={exercise} level={level === 2 ? 3 : 4} showProgress={signedIn} />
        ))}
      </ul>
    </section>
  );
}
