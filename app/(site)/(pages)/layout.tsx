import type { ReactNode } from 'react';
import { Footer } from '../../_frame/footer.tsx';

/** Ordinary pages: whatever the page's MainArea holds, then the footer. */
export default function PagesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Footer />
    </>
  );
}
