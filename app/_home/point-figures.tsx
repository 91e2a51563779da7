// Small pictures for the three points. All decoration: the words beside them say the same.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

function Picture({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden viewBox="0 0 280 104" className="block w-full" fill="none" strokeLinecap="round">
      {children}
    </svg>
  );
}

const mono = 'font-mono text-[11px]';

const GRADINGS = [
  { y: 42, realMs: 41 },
  { y: 66, realMs: 67 },
  { y: 90, realMs: 38 },
];

/** The same submission graded three times: real time varies, virtual time does not. */
export function VirtualClockFigure() {
  const t = useTranslations('home.points.clock');
  return (
    <Picture>
      <text x="44" y="16" textAnchor="end" className={`${mono} fill-muted`}>
        {t('real')}
      </text>
      <text x="60" y="16" className={`${mono} fill-muted`}>
        {t('virtual')}
      </text>
      <path d="M60 26v76M170 26v76" className="stroke-line-strong" strokeDasharray="2 4" />
      {GRADINGS.map(({ y, realMs }) => (
        <g key={y}>
          <text x="44" y={y + 4} textAnchor="end" className={`${mono} fill-muted`}>
            {realMs} ms
          </text>
          <rect x="60" y={y - 9} width="110" height="18" rx="5" className="fill-brand-a" />
          <text x="180" y={y + 4} className={`${mono} fill-ink font-semibold`}>
            1.000000000 s
          </text>
        </g>
      ))}
    </Picture>
  );
}

/** Two interpreters, and the record of when calls began and ended kept outside both. */
export function OutsideFigure() {
  const t = useTranslations('home.points.outside');
  return (
    <Picture>
      <rect x="4" y="8" width="100" height="52" rx="7" className="fill-raised stroke-line-strong" />
      <rect x="176" y="8" width="100" height="52" rx="7" className="fill-raised stroke-line-strong" />
      <text x="54" y="38" textAnchor="middle" className={`${mono} fill-ink`}>
        {t('submission')}
      </text>
      <text x="226" y="38" textAnchor="middle" className={`${mono} fill-ink`}>
        {t('scenarios')}
      </text>
      <path d="M110 34h60" className="stroke-line-strong" strokeDasharray="3 5" />
      <path d="M54 60v16M226 60v16" className="stroke-accent" strokeWidth="1.5" />
      <rect x="4" y="76" width="272" height="24" rx="7" className="fill-accent-soft" />
      <rect x="22" y="83" width="66" height="5" rx="2.5" className="fill-brand-a" />
      <rect x="50" y="89" width="74" height="5" rx="2.5" className="fill-brand-b" />
      <text x="262" y="92" textAnchor="end" className={`${mono} fill-accent`}>
        {t('record')}
      </text>
    </Picture>
  );
}

/** One line of code, the stretch it blocked, and the tasks that had to wait. */
export function LineFigure() {
  return (
    <Picture>
      <defs>
        <pattern id="blocked-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" className="stroke-timeline-blocked" strokeWidth="3" />
        </pattern>
      </defs>
      <rect x="4" y="6" width="272" height="26" rx="6" className="fill-danger-soft" />
      <text x="16" y="23" className={`${mono} fill-danger`}>
        14
      </text>
      <text x="42" y="23" className={`${mono} fill-ink`}>
        time.sleep(2)
      </text>
      <path d="M70 32v12" className="stroke-timeline-blocked" strokeWidth="1.5" />
      <rect x="70" y="44" width="120" height="58" className="fill-timeline-blocked-soft" />
      <rect x="70" y="46" width="120" height="14" rx="4" fill="url(#blocked-hatch)" />
      <rect x="4" y="46" width="60" height="14" rx="4" className="fill-timeline-task" />
      <rect x="40" y="66" width="24" height="14" rx="4" className="fill-brand-a" />
      <rect x="196" y="66" width="56" height="14" rx="4" className="fill-brand-a" />
      <path d="M70 73h120M70 93h120" className="stroke-line-strong" strokeDasharray="3 4" />
      <rect x="52" y="86" width="12" height="14" rx="4" className="fill-brand-b" />
      <rect x="196" y="86" width="80" height="14" rx="4" className="fill-brand-b" />
    </Picture>
  );
}
