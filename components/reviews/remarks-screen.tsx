'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { RemarkActions } from './remark-actions';
import { ReviewNote } from './review-note';

/** Remarks on one's own reactions that wait to be read. */
export function RemarksScreen({ rows }: { rows: readonly ReviewedReaction[] }) {
  const t = useTranslations('reviews');
  const format = useFormatter();
  return (
    <>
      <PageHeader title={t('mine')} actions={<CsvButton list="remarks" />} />
      <Panel flush>
        {rows.length === 0 ? (
          <EmptyState title={t('noRemarks')} text={t('noRemarksText')} />
        ) : (
          <ul>
            {rows.map((row) => (
              <li
                key={row.reaction.id}
                className="flex flex-wrap items-start gap-3 border-line border-b px-4 py-3 last:border-b-0"
              >
                <div className="min-w-0 flex-1 basis-72">
                  <p className="font-medium">
                    <TextLink href={`/appeals/${row.reaction.appeal.id}`}>{row.reaction.topic}</TextLink> ·{' '}
                    {row.reaction.counterparty.name} · {format.dateTime(row.reaction.happenedAt, 'dateTime')}
                  </p>
                  <ReviewNote review={row.review} />
                </div>
                <RemarkActions reviewed={row} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
