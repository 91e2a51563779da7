'use client';
import { LogOut, Menu as MenuIcon, Settings, X } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useSignOut } from '../_account/use-sign-out.ts';
import { buttonClasses } from '../_kit/button-classes.ts';
import { Initials } from './initials.tsx';
import { SignInLinks } from './sign-in-links.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { Wordmark } from './wordmark.tsx';

type MobileMenuProps = {
  links: { href: string; text: string }[];
  languageSwitch: ReactNode;
  viewer: { name: string; email: string } | null;
};

const row =
  'flex min-h-12 w-full items-center gap-3 rounded-md px-3 text-left font-medium hover:bg-hover [&_svg]:size-5 [&_svg]:text-muted';

/** The header's content on a phone: a sheet from the top that traps focus and closes with Escape or a choice. */
export function MobileMenu({ links, languageSwitch, viewer }: MobileMenuProps) {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger aria-label={t('menu.open')} className={buttonClasses('quiet', 'icon-md', '-mr-2')}>
        <MenuIcon aria-hidden className="size-5.5" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay motion-safe:animate-fade" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 top-0 z-50 max-h-dvh overflow-y-auto border-b border-line bg-surface pb-4 shadow-floating motion-safe:animate-fade"
        >
          <div className="flex h-(--header-height) items-center justify-between px-4 sm:px-6">
            <Wordmark />
            <Radix.Title className="sr-only">{t('menu.title')}</Radix.Title>
            <Radix.Close aria-label={t('menu.close')} className={buttonClasses('quiet', 'icon-md', '-mr-2')}>
              <X aria-hidden className="size-5.5" />
            </Radix.Close>
          </div>
          <nav aria-label={t('nav.label')} className="grid px-2 sm:px-4">
            {links.map(({ href, text }) => (
              <Link key={href} href={href} onClick={close} className={row}>
                {text}
              </Link>
            ))}
          </nav>
          <div className="mx-2 mt-2 border-t border-line pt-2 sm:mx-4">
            {viewer ? <AccountRows viewer={viewer} onChoose={close} /> : <VisitorRows onChoose={close} />}
          </div>
          <div className="mx-2 mt-2 flex items-center justify-between border-t border-line pt-2 sm:mx-4">
            {languageSwitch}
            <ThemeMenu />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function VisitorRows({ onChoose }: { onChoose: () => void }) {
  const path = usePathname();
  const onAuthPage = path === '/sign-in' || path === '/sign-up';
  return (
    // A press anywhere on the links has chosen; the links themselves do the going.
    <div onClickCapture={onAuthPage ? undefined : onChoose} className="px-3 py-2">
      <SignInLinks className="grid grid-cols-2 gap-2" />
    </div>
  );
}

function AccountRows({ viewer, onChoose }: { viewer: { name: string; email: string }; onChoose: () => void }) {
  const t = useTranslations('frame');
  const { signOut, signingOut } = useSignOut();
  const leave = () => {
    onChoose();
    signOut();
  };
  return (
    <>
      <div className="flex items-center gap-3 px-3 py-2">
        <Initials name={viewer.name} />
        <div className="min-w-0 text-sm">
          <p className="truncate font-semibold">{viewer.name}</p>
          <p className="truncate text-muted">{viewer.email}</p>
        </div>
      </div>
      <Link href="/account" onClick={onChoose} className={row}>
        <Settings aria-hidden />
        {t('account')}
      </Link>
      <button type="button" disabled={signingOut} onClick={leave} className={row}>
        <LogOut aria-hidden />
        {t('signOut')}
      </button>
    </>
  );
}
