'use client';
import { ChartGantt, Code, FileText, GraduationCap, History, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '../../_kit/button.tsx';
import { classNames } from '../../_kit/class-names.ts';
import { Tab, TabList, TabPanel, Tabs } from '../../_kit/tabs.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { useSplit } from './use-split.ts';

export type Panel = 'statement' | 'code' | 'result' | 'attempts' | 'worked';

interface WorkspacePanesProps {
  /** The exercise's title: the page's heading while the statement, which has it, is not shown. */
  title: string;
  panel: Panel;
  onPanel: (panel: Panel) => void;
  /** The pane beside the code is hidden (on a desk). */
  collapsed: boolean;
  onCollapsed: (collapsed: boolean) => void;
  statement: ReactNode;
  code: ReactNode;
  result: ReactNode;
  attempts: ReactNode;
  worked: ReactNode;
  actions: ReactNode;
}

/** As wide as Tailwind's `lg`: from here on there are two panes. */
const TWO_PANES = '(min-width: 64rem)';

const TABS = [
  { value: 'statement', Icon: FileText },
  { value: 'code', Icon: Code },
  { value: 'result', Icon: ChartGantt },
  { value: 'attempts', Icon: History },
  { value: 'worked', Icon: GraduationCap },
] as const;

/**
 * Two panes on a desk, the code always on the right; four tabs on a phone. It is one tree of elements in both, so that
 * turning a tablet loses neither text nor undo history.
 */
export function WorkspacePanes({
  title,
  panel,
  onPanel,
  collapsed,
  onCollapsed,
  statement,
  code,
  result,
  attempts,
  worked,
  actions,
}: WorkspacePanesProps) {
  const t = useTranslations('exercise.panes');
  const twoPanes = useMediaQuery(TWO_PANES);
  const { areaRef, percent, dividerProps } = useSplit(() => onCollapsed(true));
  const [beside, setBeside] = useState<Exclude<Panel, 'code'>>('statement');
  if (panel !== 'code' && panel !== beside) {
    // What stands beside the code is remembered.
    setBeside(panel);
  }
  const shown = twoPanes ? beside : panel;

  return (
    <Tabs
      ref={areaRef}
      value={shown}
      onValueChange={(value) => onPanel(value as Panel)}
      className={classNames(
        'relative flex grow flex-col lg:grid lg:h-[calc(100dvh-var(--header-height)-1px)] lg:grid-rows-[minmax(0,1fr)]',
        collapsed
          ? 'lg:grid-cols-[auto_minmax(0,1fr)]'
          : 'lg:grid-cols-[minmax(0,var(--left))_auto_minmax(0,calc(100%-var(--left)))]',
      )}
      style={{ '--left': `${percent}%` } as React.CSSProperties}
    >
      {shown === 'statement' && !collapsed ? null : <h1 className="sr-only">{title}</h1>}
      <div className={classNames('contents', collapsed ? 'lg:hidden' : 'lg:flex lg:min-h-0 lg:flex-col')}>
        <div className="sticky top-[calc(var(--header-height)+1px)] z-20 flex shrink-0 items-center bg-surface lg:static lg:border-b lg:border-line">
          <TabList label={t('label')} className="grow px-2 lg:border-b-0">
            {TABS.map(({ value, Icon }) => (
              <Tab key={value} value={value} className={classNames('max-sm:px-2', value === 'code' ? 'lg:hidden' : '')}>
                <Icon aria-hidden className="hidden sm:block" />
                {t(value)}
              </Tab>
            ))}
          </TabList>
          <span className="mr-2 hidden lg:block">
            <Button
              variant="quiet"
              size="icon-sm"
              aria-label={t('collapse')}
              title={t('collapse')}
              onClick={() => onCollapsed(true)}
            >
              <PanelLeftClose aria-hidden />
            </Button>
          </span>
        </div>
        <TabPanel value="statement" forceMount className={sidePanel} tabIndex={-1}>
          <div className="px-4 py-6 sm:px-6">{statement}</div>
        </TabPanel>
        <TabPanel value="result" forceMount className={sidePanel} tabIndex={-1}>
          {result}
        </TabPanel>
        <TabPanel value="attempts" className={sidePanel} tabIndex={-1}>
          {attempts}
        </TabPanel>
        <TabPanel value="worked" className={sidePanel} tabIndex={-1}>
          {worked}
        </TabPanel>
      </div>
      {collapsed ? (
        <div className="hidden border-r border-line p-1 lg:block">
          <Button
            variant="quiet"
            size="icon-sm"
            aria-label={t('expand')}
            title={t('expand')}
            onClick={() => onCollapsed(false)}
          >
            <PanelLeftOpen aria-hidden />
          </Button>
        </div>
      ) : (
        <div
          {...dividerProps}
          aria-label={t('divider')}
          className="group relative z-10 hidden w-px cursor-col-resize touch-none bg-line outline-none lg:block"
        >
          <span className="absolute inset-y-0 -left-1 w-2.25 group-hover:bg-accent/25 group-focus-visible:bg-accent group-active:bg-accent/40" />
        </div>
      )}
      <TabPanel
        value="code"
        forceMount
        tabIndex={-1}
        {...(twoPanes ? { role: 'region', 'aria-label': t('code'), 'aria-labelledby': undefined } : {})}
        className="flex min-w-0 grow flex-col lg:min-h-0 lg:data-[state=inactive]:flex"
      >
        {code}
        <div className="hidden lg:block">{actions}</div>
      </TabPanel>
      <div className="sticky bottom-0 z-20 mt-auto lg:hidden">{actions}</div>
    </Tabs>
  );
}

// `relative`: what is only for screen readers is placed absolutely, and must not lengthen the page behind the pane.
const sidePanel = 'relative grow lg:min-h-0 lg:overflow-y-auto lg:overscroll-contain';
