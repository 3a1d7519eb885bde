'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { CallerCell } from './caller-cell';
import { useDepartmentName } from './department-name';
import { NextReactionActions } from './next-reaction-actions';
import { PromiseState } from './promise-state';
import { ShownTo } from './shown-to';

type Props = {
  next: NextReactionView;
  /** Stands before the due state: the time of the day in a calendar. */
  time?: ReactNode;
  /** Set where it may be dragged; what dragging does stands in its menu too. */
  onDragStart?: () => void;
  onDragEnd?: () => void;
};

/** One next reaction on a board or in a calendar, with what may be done about it. */
export function WorkCard({ next, time, onDragStart, onDragEnd }: Props) {
  const t = useTranslations('reactions');
  const departmentName = useDepartmentName();
  return (
    <article
      draggable={onDragStart !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', next.topic);
        onDragStart?.();
      }}
      onDragEnd={onDragEnd}
      className={clsx(
        'flex flex-col gap-1 rounded-md border border-line bg-raised p-1.5 text-sm',
        onDragStart && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 [&>span]:flex-wrap [&>span]:gap-y-0">
        {time}
        <PromiseState next={next} />
      </div>
      <p className="font-medium [overflow-wrap:anywhere]">
        {next.kind === 'missedCall' ? t('kinds.missedCall') : <bdi>{next.topic}</bdi>}
      </p>
      <div className="[overflow-wrap:anywhere]">
        <CallerCell next={next} />
      </div>
      <div className="flex flex-wrap items-center gap-1 [overflow-wrap:anywhere] [&>span]:whitespace-normal">
        {next.kind === 'complaint' ? <Badge tone="danger">{t('kinds.complaint')}</Badge> : null}
        <ShownTo next={next} />
        {next.postponedCount > 0 ? <Badge>{t('postponed', { count: next.postponedCount })}</Badge> : null}
        {next.appeal ? (
          <TextLink href={`/appeals/${next.appeal.id}`}>
            {t('appealNumber', { number: String(next.appeal.number) })}
          </TextLink>
        ) : null}
        <span className="text-soft">{next.employee?.name ?? departmentName(next.department)}</span>
      </div>
      <NextReactionActions next={next} className="flex-wrap" />
    </article>
  );
}
