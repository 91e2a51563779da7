'use client';
import { useCallback, useState, type RefCallback } from 'react';

/** The width of an element in whole pixels, kept current; null before it is there. Give the callback to its `ref`. */
export function useWidth(): [RefCallback<HTMLElement>, number | null] {
  const [widthPx, setWidthPx] = useState<number | null>(null);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    // A hidden tab panel has no width: what was drawn before is kept for when it is shown again.
    const take = (width: number) => (width > 0 ? setWidthPx(Math.floor(width)) : undefined);
    // Measured at once, before anything is painted: the observer alone would first show an empty place.
    take(element.getBoundingClientRect().width);
    const observer = new ResizeObserver(([entry]) => entry && take(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, widthPx];
}
