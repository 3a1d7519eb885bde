'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { CsvButton } from '@/components/exports/csv-button';
import { ListTable } from '@/components/lists/list-table';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useListAddress } from '@/components/ui/use-list-address';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { PairView } from '@/lib/domain/counterparties/duplicates.contract';
import type { Page } from '@/lib/domain/paging';
import { StatusBadge } from './status-badge';

/** Pairs of cards that may be one counterparty: to be compared, or said not to be. */
export function DuplicatesScreen({ page }: { page: Page<PairView> }) {
  const t = useTranslations('duplicates');
  const counterparties = useTranslations('counterparties');
  const format = useFormatter();
  const words = useErrorWords();
  const router = useRouter();
  const address = useListAddress();
  const suspect = async (id: string) => {
    try {
      await api.post(`/counterparties/duplicates/${id}/suspect`);
      notify(t('suspected'));
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const dismiss = useChange(
    (id: string, { key }) => api.post(`/counterparties/duplicates/${id}/dismiss`, undefined, { key }),
    {
      onDone: (_, id) => {
        notify(t('dismissed'), { action: { label: t('undo'), onClick: () => void suspect(id) } });
        router.refresh();
      },
    },
  );
  const columns: Column<PairView>[] = [
    {
      key: 'one',
      header: t('columns.one'),
      isRowHeader: true,
      cell: ({ cards }) => <OneCard card={cards[0]} />,
    },
    { key: 'other', header: t('columns.other'), cell: ({ cards }) => <OneCard card={cards[1]} /> },
    {
      key: 'likeness',
      header: t('columns.likeness'),
      cell: ({ likeness }) => likeness.map((one) => t(`likeness.${one}`)).join(', '),
    },
    { key: 'foundAt', header: t('columns.foundAt'), cell: ({ foundAt }) => format.dateTime(foundAt, 'date') },
    {
      key: 'actions',
      header: t('compare'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, cards: [one, other] }) => {
        const names = { one: one.name, other: other.name };
        return (
          <div className="flex flex-wrap gap-1">
            <ButtonLink
              size="small"
              href={`/counterparties/${one.id}/compare?with=${other.id}`}
              aria-label={t('compareOf', names)}
            >
              {t('compare')}
            </ButtonLink>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('dismissOf', names)}
              onClick={() => void dismiss.run(id)}
            >
              {t('dismiss')}
            </Button>
          </div>
        );
      },
    },
  ];
  return (
    <>
      <PageHeader
        up={<TextLink href="/counterparties">{counterparties('title')}</TextLink>}
        title={t('title')}
        actions={<CsvButton list="duplicates" />}
      />
      {dismiss.error ? <InlineAlert tone="danger">{words.ofError(dismiss.error)}</InlineAlert> : null}
      <Panel flush>
        <ListTable
          list="duplicates"
          caption={t('caption')}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          footer={
            <Pager
              firstHref={address.firstHref}
              nextHref={page.next && address.hrefWith({ after: page.next })}
            />
          }
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}

function OneCard({ card }: { card: CardSummary }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>
      <StatusBadge status={card.status} />
      <span className="text-soft">{card.city}</span>
    </span>
  );
}
