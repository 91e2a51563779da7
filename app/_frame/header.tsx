import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { findCurrentViewer } from '../_data/viewer.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MobileMenu } from './mobile-menu.tsx';
import { SearchButton } from '../_search/search-button.tsx';
import { NavLink } from './nav-link.tsx';
import { SignInLinks } from './sign-in-links.tsx';
import { findNavigation } from './navigation.ts';
import { ThemeMenu } from './theme-menu.tsx';
import { Wordmark } from './wordmark.tsx';

/** The bar at the top of every page. Below `md` everything but the mark moves into the mobile menu. */
export async function Header() {
  const t = await getTranslations('frame');
  const viewer = await findCurrentViewer();
  const links = findNavigation().map(({ href, text }) => ({ href, text: t(`nav.${text}`) }));
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface/90 backdrop-blur-md">
      <div className="mx-auto flex h-(--header-height) max-w-[100rem] items-center gap-2 px-4 sm:px-6">
        <Link href="/" aria-label={t('home')} className="flex rounded-md">
          <Wordmark />
        </Link>
        <nav aria-label={t('nav.label')} className="ml-6 hidden gap-1 md:flex">
          {links.map((link) => (
            <NavLink key={link.href} {...link} />
          ))}
        </nav>
        <div className="ml-auto flex items-center md:hidden">
          <SearchButton />
        </div>
        <div className="ml-auto hidden items-center gap-1 md:flex">
          <SearchButton wide />
          <LanguageSwitch />
          <ThemeMenu />
          {viewer ? <AccountMenu name={viewer.name} email={viewer.email} /> : <SignInLinks />}
        </div>
        <div className="md:hidden">
          <MobileMenu
            links={links}
            languageSwitch={<LanguageSwitch />}
            viewer={viewer ? { name: viewer.name, email: viewer.email } : null}
          />
        </div>
      </div>
    </header>
  );
}
