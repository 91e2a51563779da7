'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useHydrated } from '../_exercise/draft/use-draft.ts';
import { buttonClasses } from '../_kit/button-classes.ts';

const SearchDialog = dynamic(() => import('./search-dialog.tsx').then(({ SearchDialog: dialog }) => dialog));

/** Typing into these is no shortcut. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Opens the search; so do Ctrl+K and `/` from anywhere on the page. `wide` is the one of the desk's header. */
export function SearchButton({ wide = false }: { wide?: boolean }) {
  const t = useTranslations('frame.search');
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      const isShortcut =
        (event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) ||
        (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target));
      // Both headers have a button, of which one is shown; a dialog that is open keeps the keys to itself.
      const isMine = wide === window.matchMedia('(min-width: 50rem)').matches;
      if (!isShortcut || !isMine || event.defaultPrevented || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [wide]);
  const modifier = hydrated && /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
  return (
    <>
      <button
        type="button"
        aria-label={t('open')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={() => setOpen(true)}
        className={wide ? wideLooks : buttonClasses('quiet', 'icon-md')}
      >
        <Search aria-hidden className={wide ? 'size-4' : 'size-5.5'} />
        {wide ? (
          <>
            <span className="hidden grow text-left lg:block">{t('open')}</span>
            <kbd aria-hidden className="hidden font-mono text-xs lg:block">
              {modifier} K
            </kbd>
          </>
        ) : null}
      </button>
      {open ? <SearchDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const wideLooks =
  'inline-flex h-10 items-center gap-2 rounded-md px-3 text-sm text-muted transition-colors hover:bg-hover ' +
  'hover:text-ink lg:mr-2 lg:h-9 lg:w-48 lg:border lg:border-line-strong lg:bg-raised';
