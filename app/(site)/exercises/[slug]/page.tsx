import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { findExercise, getPackTitle } from '#lib/exercises';
import { findCurrentViewer } from '../../../_data/viewer.ts';
import '../../../_exercise/exercise.css';
import { loadWorkspace } from '../../../_exercise/load-workspace.ts';
import { ExerciseHead } from '../../../_exercise/statement/exercise-head.tsx';
import { renderMarkdown } from '../../../_markdown/render-markdown.ts';
import { Workspace } from '../../../_exercise/workspace/workspace.tsx';
import { MainArea } from '../../../_frame/main-area.tsx';
import { ClientMessages } from '../../../_i18n/client-messages.tsx';

interface ExercisePageProps {
  params: Promise<{ slug: string }>;
}

const findOnce = cache(findExercise);

export async function generateMetadata({ params }: ExercisePageProps): Promise<Metadata> {
  const exercise = await findOnce((await params).slug);
  if (!exercise) return {};
  const locale = await getLocale();
  return { title: exercise.title[locale], description: exercise.summary[locale] };
}

/** One exercise: read, edit, hand in, understand. Works for visitors, too, up to handing in. */
export default async function ExercisePage({ params }: ExercisePageProps) {
  const exercise = await findOnce((await params).slug);
  if (!exercise) notFound();
  const [locale, viewer] = await Promise.all([getLocale(), findCurrentViewer()]);
  const [html, pack, loaded] = await Promise.all([
    renderMarkdown(exercise.statement[locale]),
    getPackTitle(exercise.pack),
    loadWorkspace(exercise, viewer),
  ]);
  return (
    <MainArea width="full" className="flex flex-col">
      <ClientMessages areas={['exercise']}>
        <Workspace
          // Signing in or out, or another exercise, begins anew: nothing of one may show in the other.
          key={`${exercise.slug} ${viewer?.id ?? ''}`}
          {...loaded}
          statement={
            <>
              <ExerciseHead exercise={exercise} pack={pack[locale]} />
              <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
            </>
          }
        />
      </ClientMessages>
    </MainArea>
  );
}
