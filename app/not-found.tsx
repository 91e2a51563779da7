import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Footer } from './_frame/footer.tsx';
import { NotFoundMessage } from './_frame/not-found-message.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound');
  return { title: t('title') };
}

/** For every address that leads nowhere. */
export default function NotFound() {
  return (
    <>
      <NotFoundMessage />
      <Footer />
    </>
  );
}
