'use client';
import { Search, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { useId, useState, type KeyboardEvent } from 'react';
import type { Hit } from '#lib/search';
import { Button } from '../_kit/button.tsx';
import { buttonClasses } from '../_kit/button-classes.ts';
import { Spinner } from '../_kit/spinner.tsx';
import { SearchHits, hrefOf } from './search-hits.tsx';
import { useSearch, type SearchState } from './use-search.ts';

const hitsOf = (state: SearchState): Hit[] => ('hits' in state ? state.hits : []);

/** Search as one types: arrow keys choose, Enter opens, Escape closes. Mounted while it is open. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('frame.search');
  const router = useRouter();
  const listId = useId();
  // There is no trigger of Radix's: the keyboard opens it, too. Whoever had the focus gets it back.
  const [returnTo] = useState(() => document.activeElement);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { state, retry } = useSearch(typed);
  const hits = hitsOf(state);
  const active = Math.min(chosen, hits.length - 1);

  function handleKey(event: KeyboardEvent): void {
    // While Chinese is being composed, the keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const target = moves[event.key];
    const hit = hits[active];
    if (target !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((target + hits.length) % hits.length);
    } else if (event.key === 'Enter' && hit) {
      event.preventDefault();
      onClose();
      router.push(hrefOf(hit));
    }
  }

  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay motion-safe:animate-fade" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (returnTo instanceof HTMLElement) returnTo.focus();
          }}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-dvh w-full max-w-2xl flex-col overflow-hidden border border-line bg-raised shadow-floating outline-none motion-safe:animate-rise sm:top-[10dvh] sm:max-h-[75dvh] sm:rounded-lg"
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <div className="flex items-center gap-3 border-b border-line pr-2 pl-4 focus-within:shadow-[inset_0_-2px_0_var(--accent)]">
            {state.phase === 'searching' ? (
              <Spinner className="size-5 shrink-0 text-accent" />
            ) : (
              <Search aria-hidden className="size-5 shrink-0 text-muted" />
            )}
            <input
              type="text"
              role="combobox"
              aria-label={t('title')}
              aria-expanded={hits.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              maxLength={100}
              placeholder={t('placeholder')}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setChosen(0);
              }}
              onKeyDown={handleKey}
              className="h-14 min-w-0 grow bg-transparent text-base outline-none"
            />
            <Radix.Close aria-label={t('close')} className={buttonClasses('quiet', 'icon-sm')}>
              <X aria-hidden />
            </Radix.Close>
          </div>
          <p role="status" className="sr-only">
            {state.phase === 'found' ? t('results', { count: hits.length }) : ''}
          </p>
          <div className="min-h-0 overflow-y-auto overscroll-contain">
            <SearchHits id={listId} hits={hits} active={active} onChoose={onClose} onPoint={setChosen} />
            <Note state={state} onRetry={retry} onClose={onClose} />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What to say when there is no list: what can be typed, that nothing was found, or that nobody answered. */
function Note({ state, onRetry, onClose }: { state: SearchState; onRetry: () => void; onClose: () => void }) {
  const t = useTranslations('frame.search');
  if (state.phase === 'none')
    return (
      <p className="px-4 py-6 text-center text-sm text-muted">
        {t('start')} <span className="hidden sm:inline">{t('hint')}</span>
      </p>
    );
  if (state.phase === 'failed')
    return (
      <div role="alert" className="grid justify-items-center gap-3 px-4 py-6 text-sm">
        <p>{t('failed')}</p>
        <Button size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      </div>
    );
  if (state.phase === 'searching' || state.hits.length > 0) return null;
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-8 text-center">
      <p className="font-semibold break-all">{t('noneTitle', { query: state.query })}</p>
      <p className="max-w-prose text-sm text-muted">{t('noneText')}</p>
      <Link href="/concepts" onClick={onClose} className={buttonClasses('secondary', 'sm', 'mt-2')}>
        {t('concepts')}
      </Link>
    </div>
  );
}
