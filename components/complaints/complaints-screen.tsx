'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { useListAddress } from '@/components/ui/use-list-address';
import {
  type ComplaintState,
  complaintStates,
  type OpenComplaintState,
} from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { Page } from '@/lib/domain/paging';
import { ComplaintsBoard } from './complaints-board';
import { ComplaintsTable } from './complaints-table';

type Counts = Record<OpenComplaintState, number>;
type Props =
  | { view: 'board'; columns: Record<ComplaintState, Page<ComplaintRowView>>; counts: Counts }
  | { view: 'list'; state: ComplaintState | 'all'; page: Page<ComplaintRowView>; counts: Counts };

/** SA-3: the board of complaints by their state, or one state as a list; what is shown stands in the address. */
export function ComplaintsScreen(props: Props) {
  const t = useTranslations('complaints');
  const address = useListAddress();
  const chosen = props.view === 'board' ? 'board' : props.state;
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="pb-4">
        <Segmented<ComplaintState | 'board' | 'all'>
          label={t('viewLabel')}
          options={[
            { value: 'board', label: t('board') },
            ...complaintStates.map((value) => ({
              value,
              label: t(`states.${value}`),
              count: value === 'closed' ? undefined : props.counts[value],
            })),
            { value: 'all', label: t('all') },
          ]}
          value={chosen}
          onValueChange={(value) => address.show({ state: value === 'board' ? null : value })}
        />
      </div>
      {props.view === 'board' ? (
        <ComplaintsBoard columns={props.columns} counts={props.counts} />
      ) : (
        <ComplaintsTable
          rows={props.page.rows}
          firstHref={address.firstHref}
          nextHref={props.page.next && address.hrefWith({ after: props.page.next })}
          busy={address.isPending}
        />
      )}
    </>
  );
}
