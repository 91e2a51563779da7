'use client';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useHydrated } from '../draft/use-draft.ts';
import { boundPercent, FIRST_PERCENT, LEAST_PERCENT, MOST_PERCENT, movedByKey } from './split-width.ts';

const STORAGE_KEY = 'overlap-split';

/** The two panes of the desktop layout: how wide the left one is. Kept in this browser. */
export function useSplit(onCollapse: () => void) {
  const hydrated = useHydrated();
  const [moved, setMoved] = useState<number | null>(null);
  const areaRef = useRef<HTMLDivElement>(null);
  const percent = moved ?? (hydrated ? readKept() : FIRST_PERCENT);

  function moveTo(wish: number, keep: boolean): void {
    const bounded = boundPercent(wish);
    setMoved(bounded);
    if (keep) writeKept(bounded);
  }

  const dividerProps = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-valuenow': Math.round(percent),
    'aria-valuemin': LEAST_PERCENT,
    'aria-valuemax': MOST_PERCENT,
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') onCollapse();
      const to = movedByKey(event.key, percent);
      if (to === null) return;
      event.preventDefault();
      moveTo(to, true);
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const area = areaRef.current?.getBoundingClientRect();
      if (!area || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      moveTo(((event.clientX - area.left) / area.width) * 100, false);
    },
    onPointerUp() {
      writeKept(percent);
    },
    onDoubleClick() {
      moveTo(FIRST_PERCENT, true);
    },
  } as const;

  return { areaRef, percent, dividerProps };
}

function readKept(): number {
  try {
    return boundPercent(Number.parseFloat(localStorage.getItem(STORAGE_KEY) ?? ''));
  } catch {
    return FIRST_PERCENT;
  }
}

function writeKept(percent: number): void {
  try {
    localStorage.setItem(STORAGE_KEY, String(percent));
  } catch {
    // The width is then forgotten with the page.
  }
}
