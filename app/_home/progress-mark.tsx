import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Progress } from '#lib/exercises';
import { Badge } from '../_kit/badge.tsx';

const looks = {
  new: { Icon: Circle, tone: 'neutral' },
  tried: { Icon: CircleDashed, tone: 'warning' },
  passed: { Icon: CircleCheck, tone: 'success' },
} as const;

/** How far the viewer is with an exercise. */
export function ProgressMark({ progress }: { progress: Progress }) {
  const t = useTranslations('home.catalogue.progress');
  const { Icon, tone } = looks[progress];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(progress)}
    </Badge>
  );
}
