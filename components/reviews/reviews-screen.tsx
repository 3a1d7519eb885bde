'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { type ReviewFilter, ReviewFilters } from './review-filters';
import { ReviewTable } from './review-table';

type Props = {
  page: Page<ReviewedReaction>;
  filter: ReviewFilter;
  choices: ReactionChoices;
  /** A head reviews their own department and chooses no other. */
  mayChooseDepartment: boolean;
};

/** Every reaction from calls: route, responsible, due, done, lateness, and its review. */
export function ReviewsScreen({ page, filter, choices, mayChooseDepartment }: Props) {
  const t = useTranslations('reviews');
  const address = useListAddress();
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <CsvButton
            list="reviews"
            filters={{
              state: filter.state,
              route: filter.route,
              departmentId: filter.departmentId,
              employeeId: filter.employeeId,
              late: filter.isLate ? 'true' : null,
              toConfirm: filter.isToConfirm ? 'true' : null,
            }}
          />
        }
      />
      <ReviewFilters {...{ filter, choices, mayChooseDepartment }} show={address.show} />
      <Panel flush>
        <ReviewTable
          page={page}
          busy={address.isPending}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
        />
      </Panel>
    </>
  );
}
