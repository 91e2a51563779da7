import { findCurrentViewer } from '../../_data/viewer.ts';
import { MainArea } from '../../_frame/main-area.tsx';
import { CatalogueSection } from '../../_home/catalogue-section.tsx';
import { Hero } from '../../_home/hero.tsx';
import { Points } from '../../_home/points.tsx';

/** Landing page and catalogue in one. Visitors first read what this is; who is signed in came for the exercises. */
export default async function HomePage() {
  if (await findCurrentViewer())
    return (
      <MainArea width="full">
        <CatalogueSection isPageTitle />
        <Points />
      </MainArea>
    );
  return (
    <MainArea width="full">
      <Hero />
      <Points />
      <CatalogueSection isPageTitle={false} />
    </MainArea>
  );
}
