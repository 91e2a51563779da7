/** The mark: two pieces of work drawn as bars, and a third colour where they overlap in time. Also in icon.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 28 24" className={className}>
      <rect x="0" y="2" width="19" height="13" rx="4" className="fill-brand-a" />
      <rect x="9" y="9" width="19" height="13" rx="4" className="fill-brand-b" />
      <path d="M9 13a4 4 0 0 1 4-4h6v2a4 4 0 0 1-4 4H9Z" className="fill-brand-mix" />
    </svg>
  );
}

/** Mark and name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark className="h-6 w-7" />
      <span className="text-lg font-bold tracking-tight">Overlap</span>
    </span>
  );
}
