'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Badge } from '@/components/ui/badge';
import { DueBadge } from '@/components/ui/due-badge';
import { TextLink } from '@/components/ui/text-link';
import {
  type ComplaintState,
  complaintStates,
  isAnswerOwed,
  type OpenComplaintState,
} from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { Page } from '@/lib/domain/paging';

type Props = {
  columns: Record<ComplaintState, Page<ComplaintRowView>>;
  counts: Record<OpenComplaintState, number>;
  /** Where all of a state are listed, narrowed as the board is. */
  stateHref: (state: ComplaintState) => string;
};

/** A column for each state, the newest complaint first. */
export function ComplaintsBoard({ columns, counts, stateHref }: Props) {
  const t = useTranslations('complaints');
  return (
    <div className="grid gap-4 sm:grid-cols-2 desk:grid-cols-4">
      {complaintStates.map((state) => (
        <section key={state} aria-label={t(`states.${state}`)} className="flex min-w-0 flex-col gap-2">
          <h2 className="font-semibold">
            {t(`states.${state}`)}{' '}
            {state === 'closed' ? null : <span className="text-soft tabular-nums">{counts[state]}</span>}
          </h2>
          {columns[state].rows.length === 0 ? <p className="text-soft">{t('emptyColumn')}</p> : null}
          {columns[state].rows.map((row) => (
            <BoardCard key={row.id} row={row} />
          ))}
          {columns[state].next ? <TextLink href={stateHref(state)}>{t('more')}</TextLink> : null}
        </section>
      ))}
    </div>
  );
}

function BoardCard({ row }: { row: ComplaintRowView }) {
  const t = useTranslations('complaints');
  const departmentName = useDepartmentName();
  return (
    <article className="flex flex-col gap-1 rounded-md border border-line bg-raised p-2 text-sm">
      <p className="font-medium [overflow-wrap:anywhere]">
        <TextLink href={`/complaints/${row.id}`}>{t('one', { number: String(row.number) })}</TextLink>
        {row.counterparty ? ` · ${row.counterparty.name}` : ''}
      </p>
      <p dir="auto" className="line-clamp-3 whitespace-pre-line text-soft [overflow-wrap:anywhere]">
        {row.text}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {isAnswerOwed(row.state) ? <DueBadge dueAt={row.dueAt} /> : null}
        {row.reopenedCount > 0 ? (
          <Badge tone="warning">{t('reopened', { count: row.reopenedCount })}</Badge>
        ) : null}
        <span className="text-soft">
          {departmentName(row.department)} · {row.owner?.name ?? t('nobody')}
        </span>
      </div>
    </article>
  );
}
