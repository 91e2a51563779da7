'use client';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in whole pixels, kept current; null before it is known. */
export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number | null] {
  const ref = useRef<T>(null);
  const [widthPx, setWidthPx] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      // A hidden tab panel has no width: what was drawn before is kept for when it is shown again.
      if (entry && entry.contentRect.width > 0) setWidthPx(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, widthPx];
}
