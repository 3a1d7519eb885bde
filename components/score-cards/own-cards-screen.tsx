'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import { CardsTable } from './cards-table';

type Props = { page: Page<ScoreCardRow>; isReviewer: boolean };

/** What was sent to the person. */
export function OwnCardsScreen({ page, isReviewer }: Props) {
  const t = useTranslations('scoreCards');
  const address = useListAddress();
  return (
    <>
      <PageHeader
        up={isReviewer ? <TextLink href="/score-cards">{t('list')}</TextLink> : null}
        title={t('mine')}
      />
      <Panel flush>
        <CardsTable
          isOwn
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
