'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { useClock } from '@/components/ui/clock';
import { notifyOfRefusal } from '@/components/ui/notify';
import { useMoreRows } from '@/components/use-more-rows';
import { addDays, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { hourMs } from '@/lib/domain/duration';
import type { BoardColumn, WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { countText } from './count-text';
import { type Drop, dropOnColumn } from './drop';
import { useNextReactionDialogs } from './next-reaction-dialogs';
import { WorkCard } from './work-card';

type Props = { by: 'due' | 'person'; columns: readonly BoardColumn[]; filter: WorkFilter };

const keyOf = ({ group, employee }: BoardColumn) => group ?? employee?.id ?? 'nobody';

/**
 * The work in columns. A card dragged into another column asks for the reason of what that means, a new due time or another
 * person; the menu of the card does the same.
 */
export function WorkBoard({ by, columns, filter }: Props) {
  const t = useTranslations('reactions');
  const open = useNextReactionDialogs();
  const clock = useClock();
  const timeZone = useTimeZone()!;
  const [dragged, setDragged] = useState<{ next: NextReactionView; from: string } | null>(null);

  const dropOn = (column: BoardColumn) =>
    dragged && dragged.from !== keyOf(column) ? dropOnColumn(column, dragged.next, by) : 'nothing';
  const drop = (column: BoardColumn) => {
    const becomes = dropOn(column);
    if (!dragged || becomes === 'nothing') return;
    const { next } = dragged;
    setDragged(null);
    if (becomes === 'past') return notifyOfRefusal(t('dropInThePast'));
    if (by === 'due') {
      const now = clock.now();
      const tomorrow = addDays(wallTimeAt(now, timeZone).date, 1);
      const dueAt = column.group === 'today' ? typedTimeAt(now + hourMs, timeZone) : `${tomorrow}T10:00`;
      return open('postpone', next, { dueAt });
    }
    const responsible = column.employee
      ? ({ kind: 'employee', employeeId: column.employee.id } as const)
      : ({ kind: 'department', departmentKind: next.department.kind } as const);
    open('handOver', next, { responsible });
  };
  return (
    <div className="flex gap-3 overflow-x-auto pb-2 phone:flex-col">
      {columns.map((column) => (
        <Column
          key={`${keyOf(column)} ${JSON.stringify(filter)}`}
          column={column}
          filter={filter}
          drop={dropOn(column)}
          onDrop={() => drop(column)}
          onDrag={(next) => setDragged(next && { next, from: keyOf(column) })}
          mayDrag={(next) => (by === 'due' ? next.may.postpone : next.may.handOver)}
        />
      ))}
      {columns.length === 0 ? <p className="text-faint">{t('empty.filtered')}</p> : null}
    </div>
  );
}

type ColumnProps = {
  column: BoardColumn;
  filter: WorkFilter;
  drop: Drop;
  onDrop: () => void;
  onDrag: (next: NextReactionView | null) => void;
  mayDrag: (next: NextReactionView) => boolean;
};

function Column({ column, filter, drop, onDrop, onDrag, mayDrag }: ColumnProps) {
  const t = useTranslations('reactions');
  const { group, employee, count } = column;
  const title = group ? t(`group.${group}`) : (employee?.name ?? t('filters.nobody'));
  const given: Record<string, string | undefined> = {
    ...filter,
    ...(group ? { group } : { employeeId: employee?.id ?? 'nobody' }),
  };
  const query = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const rows = useMoreRows(column, '/next-reactions', query);
  return (
    <section
      aria-label={title}
      onDragOver={(event) => {
        if (drop !== 'nothing') event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={clsx(
        'flex w-72 shrink-0 flex-col gap-2 rounded-lg border p-2 phone:w-full desk:max-w-md desk:flex-1',
        drop === 'moved' ? 'border-accent bg-accent-tint' : 'border-line bg-sunken',
      )}
    >
      <h2 className="flex items-baseline gap-2 px-1 font-semibold">
        <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
        <span className="text-soft tabular-nums">{countText(count)}</span>
      </h2>
      {rows.rows.length === 0 ? <p className="px-1 text-faint text-sm">{t('empty.column')}</p> : null}
      <ul className="flex flex-col gap-2">
        {rows.rows.map((next) => (
          <li key={next.id}>
            <WorkCard
              next={next}
              onDragStart={mayDrag(next) ? () => onDrag(next) : undefined}
              onDragEnd={() => onDrag(null)}
            />
          </li>
        ))}
      </ul>
      <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
    </section>
  );
}
