import { useTranslations } from 'next-intl';
import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { CallBars } from './call-bars.tsx';

const SERIAL_BEGINS = [0, 1, 2, 3, 4];
const TOGETHER_BEGINS = [0, 0, 0, 0, 0];

/**
 * The idea of the product in one picture: the same five calls, awaited one by one and together, on one time axis.
 * Drawn as by a clock that runs once from 0 to 5 s; with reduced motion it is simply there.
 */
export function OverlapFigure() {
  const t = useTranslations('home.figure');
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-raised shadow-floating">
      <figcaption className="flex items-center justify-between border-b border-line px-4 py-2.5 text-xs text-muted sm:px-5">
        <span>{t('caption')}</span>
        <span className="font-mono">{t('clock')}</span>
      </figcaption>
      <div className="relative px-4 pt-4 pb-3 sm:px-5">
        <Way
          title={t('serial')}
          result={t('seconds', { seconds: 5 })}
          passed={false}
          resultLabel={t('failed')}
          code={
            <>
              found = [<Keyword>await</Keyword> load(uid) <Keyword>for</Keyword> uid <Keyword>in</Keyword> ids]
            </>
          }
        >
          <CallBars begins={SERIAL_BEGINS} description={t('serialDescription')} />
        </Way>
        <p className="mt-2.5 mb-6 text-sm text-pretty text-danger motion-safe:animate-told">{t('diagnosis')}</p>
        <Way
          title={t('together')}
          result={t('seconds', { seconds: 1 })}
          passed
          resultLabel={t('passed')}
          code={
            <>
              found = <Keyword>await</Keyword> gather(*map(load, ids))
            </>
          }
        >
          <CallBars begins={TOGETHER_BEGINS} description={t('togetherDescription')} spared={t('spared')} />
        </Way>
        <Axis />
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-4 inset-y-0 hidden sm:inset-x-5 motion-safe:block"
        >
          <div className="absolute inset-y-0 border-l border-ink/50 motion-safe:animate-playhead" />
        </div>
      </div>
    </figure>
  );
}

function Keyword({ children }: { children: ReactNode }) {
  return <span className="text-(--code-token-keyword)">{children}</span>;
}

type WayProps = {
  title: string;
  code: ReactNode;
  result: string;
  resultLabel: string;
  passed: boolean;
  children: ReactNode;
};

function Way({ title, code, result, resultLabel, passed, children }: WayProps) {
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-sm font-semibold">{title}</p>
        <p
          className={`flex shrink-0 items-center gap-1.5 font-mono text-sm font-semibold ${passed ? 'text-success motion-safe:animate-told-early' : 'text-danger motion-safe:animate-told'}`}
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{resultLabel}</span>
          {result}
        </p>
      </div>
      <pre className="mt-0.5 mb-2.5 font-mono text-xs whitespace-pre-wrap text-muted">
        <code>{code}</code>
      </pre>
      {children}
    </div>
  );
}

const TICKS = [0, 1, 2, 3, 4, 5];

function Axis() {
  return (
    <div aria-hidden className="relative mt-1.5 h-5 font-mono text-xs text-muted">
      {TICKS.map((second) => (
        <span
          key={second}
          className="absolute -translate-x-1/2 whitespace-nowrap first:translate-x-0 last:-translate-x-full"
          style={{ left: `${second * 20}%` }}
        >
          {second} s
        </span>
      ))}
    </div>
  );
}
