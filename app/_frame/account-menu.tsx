'use client';
import { LogOut, Settings } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSignOut } from '../_account/use-sign-out.ts';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../_kit/menu.tsx';
import { Initials } from './initials.tsx';

/** The signed-in person's menu. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('frame');
  const { signOut, signingOut } = useSignOut();
  return (
    <Menu>
      <MenuTrigger className="ml-1 grid size-10 place-items-center rounded-full transition-colors hover:bg-hover aria-expanded:bg-hover">
        <Initials name={name} />
        <span className="sr-only">{t('accountMenu', { name })}</span>
      </MenuTrigger>
      <MenuContent className="w-64">
        <div className="px-2.5 py-2 text-sm">
          <p className="truncate font-semibold">{name}</p>
          <p className="truncate text-muted">{email}</p>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/account">
            <Settings aria-hidden />
            {t('account')}
          </Link>
        </MenuItem>
        <MenuItem disabled={signingOut} onSelect={signOut}>
          <LogOut aria-hidden />
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
