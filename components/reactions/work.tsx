'use client';

import dynamic from 'next/dynamic';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { BoardColumn } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import type { NextReactionGroup } from '@/lib/domain/reactions/work-choices';
import { BulkBar } from './bulk-bar';
import type { CalendarStretch } from './calendar-days';
import { NextReactionTable } from './next-reaction-table';
import { useRowSelection } from './use-row-selection';
import { type WorkAddress, workShapes } from './work-address';
import { WorkFilters } from './work-filters';

const WorkBoard = dynamic(() => import('./work-board').then(({ WorkBoard }) => WorkBoard));
const WorkCalendar = dynamic(() => import('./work-calendar').then(({ WorkCalendar }) => WorkCalendar));

export type WorkProps = {
  view: 'next';
  address: WorkAddress;
  choices: ReactionChoices;
  /** Several at once are for those who answer for others. */
  mayChangeMany: boolean;
  work:
    | {
        shape: 'list';
        page: Page<NextReactionView> & {
          counts: Record<NextReactionGroup, number>;
          /** Overdue or due within the hour. */
          waiting: { mine: number; department: number };
        };
      }
    | { shape: 'board'; by: 'due' | 'person'; columns: readonly BoardColumn[] }
    | { shape: 'calendar'; stretch: CalendarStretch; rows: readonly NextReactionView[]; isCut: boolean };
};

/** What is to be done, as a list, a board or a calendar; the filters stay when the shape changes. */
export function Work({ address: shown, choices, work, mayChangeMany }: WorkProps) {
  const t = useTranslations('reactions');
  const address = useListAddress();
  const { filter, group } = shown;
  const { departmentId, employeeId, projectId, kind, text } = filter;
  return (
    <>
      <div className="flex flex-wrap gap-x-3 gap-y-2 pb-3">
        <Segmented
          label={t('shape.label')}
          options={workShapes.map((value) => ({ value, label: t(`shape.${value}`) }))}
          value={work.shape}
          onValueChange={(shape) => address.show({ shape: shape === 'list' ? null : shape })}
        />
        {work.shape === 'board' ? (
          <Segmented
            label={t('by.label')}
            options={(['due', 'person'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
            value={work.by}
            onValueChange={(by) => address.show({ by: by === 'due' ? null : by })}
          />
        ) : null}
      </div>
      <WorkFilters
        address={shown}
        counts={work.shape === 'list' ? work.page.counts : null}
        choices={choices}
        show={address.show}
      />
      {work.shape === 'list' ? (
        <WorkList
          rows={work.page.rows}
          mayChangeMany={mayChangeMany}
          isFiltered={group !== 'any' || Boolean(departmentId || employeeId || projectId || kind || text)}
          firstHref={address.firstHref}
          nextHref={work.page.next && address.hrefWith({ after: work.page.next })}
          busy={address.isPending}
        />
      ) : work.shape === 'board' ? (
        <WorkBoard by={work.by} columns={work.columns} filter={filter} />
      ) : (
        <WorkCalendar {...work} hrefWith={address.hrefWith} show={address.show} />
      )}
    </>
  );
}

type ListProps = Omit<ComponentProps<typeof NextReactionTable>, 'selection'> & { mayChangeMany: boolean };

function WorkList({ mayChangeMany, ...table }: ListProps) {
  const selection = useRowSelection(table.rows);
  return (
    <>
      {mayChangeMany ? <BulkBar rows={table.rows} selection={selection} /> : null}
      <Panel flush>
        <NextReactionTable {...table} isList selection={mayChangeMany ? selection : undefined} />
      </Panel>
    </>
  );
}
