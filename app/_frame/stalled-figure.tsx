/** A call on the time axis that never got its answer: the picture of the error pages. Decoration. */
export function StalledFigure({ outcome }: { outcome: string }) {
  return (
    <svg aria-hidden viewBox="0 0 360 72" className="mb-4 w-full max-w-sm" fill="none">
      {[0, 1, 2, 3, 4].map((tick) => (
        <path key={tick} d={`M${tick * 89 + 1} 4v64`} className="stroke-line" />
      ))}
      <rect x="1" y="14" width="130" height="22" rx="7" className="fill-brand-a" />
      <rect x="60" y="30" width="148" height="22" rx="7" className="fill-brand-b" />
      <path d="M60 37a7 7 0 0 1 7-7h64a7 7 0 0 1-7 6H60Z" className="fill-brand-mix" />
      <path d="M208 41h108" strokeDasharray="3 5" strokeWidth="1.5" className="stroke-line-strong" />
      <text x="322" y="45" className="fill-muted font-mono text-xs font-semibold">
        {outcome}
      </text>
    </svg>
  );
}
