'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import { isPeriodInOrder } from '@/lib/domain/reports/period';
import {
  endedRoundStates,
  type RoundState,
  type RoundSubject,
  type Verdict,
} from '@/lib/domain/rounds/round';
import type { RoundCounts, RoundView } from '@/lib/domain/rounds/round-views';
import { roundShows } from '@/lib/domain/rounds/rounds.contract';
import { CallNext } from './call-next';
import { RoundsTable } from './rounds-table';

type Show = (typeof roundShows)[number];

const noneOfEnded = {
  outcome: null,
  from: null,
  until: null,
  client: null,
  product: null,
  subject: null,
  verdict: null,
};

type Props = {
  page: Page<RoundView> & { counts: RoundCounts };
  show: Show;
  scope: 'mine' | 'all';
  maySeeAll: boolean;
  calls: boolean;
  managerId: string;
  /** Of those that ended. */
  outcome: RoundState | '';
  /** Days on which those ended (`YYYY-MM-DD`), and whose they are. */
  from?: string;
  until?: string;
  clientId?: string;
  /** Absent for one that is unknown, or not for the person to see. */
  clientName?: string;
  /** Which product their clients have, and what was said of a subject. */
  productId?: string;
  productName?: string;
  said?: { subject: RoundSubject; verdict: Verdict };
  /** Whose clients may be chosen; empty for who sees their own alone. */
  managers: readonly { id: string; name: string }[];
};

/** SA-1: the rounds of a client manager; what is shown stands in the address. */
export function RoundsScreen(props: Props) {
  const {
    page,
    show,
    scope,
    maySeeAll,
    calls,
    managerId,
    outcome,
    managers,
    from,
    until,
    clientId,
    clientName,
    productId,
    productName,
    said,
  } = props;
  const t = useTranslations('rounds');
  const address = useListAddress();
  const { counts } = page;
  const isOutOfOrder = from !== undefined && until !== undefined && !isPeriodInOrder({ from, until });
  const problem = isOutOfOrder ? t('errors.endsBeforeItBegins') : undefined;
  const toAll =
    maySeeAll && (scope === 'mine' || show !== 'due') ? (
      <ButtonLink href="/rounds?scope=all">{t('owed.show')}</ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={<span className="text-soft">{t('counts', { due: counts.due, letters: counts.letters })}</span>}
        actions={
          <>
            <CsvButton
              list="rounds"
              filters={{
                ...{ show, scope, managerId, state: outcome, from, until },
                ...{ counterpartyId: clientId, productId, ...said },
              }}
            />
            <ButtonLink href="/rounds/trends">{t('trends')}</ButtonLink>
            {maySeeAll ? <ButtonLink href="/assignments">{t('assignments')}</ButtonLink> : null}
          </>
        }
      />
      {counts.owed > 0 ? (
        <InlineAlert tone="danger" title={t('owed.title')} className="mb-4" actions={toAll}>
          {t('owed.text', { count: counts.owed })}
        </InlineAlert>
      ) : null}
      {counts.unattended > 0 ? (
        <InlineAlert
          tone="warning"
          title={t('unattended.title')}
          className="mb-4"
          actions={<ButtonLink href="/assignments">{t('assignments')}</ButtonLink>}
        >
          {t('unattended.text', { count: counts.unattended })}
        </InlineAlert>
      ) : null}
      {calls ? <CallNext /> : null}
      <FilterBar
        isFiltered={Boolean(managerId || outcome || from || until || clientId || productId || said)}
        onReset={() => address.show({ manager: null, ...noneOfEnded })}
        first={
          <Segmented<Show>
            label={t('showLabel')}
            options={roundShows.map((value) => ({
              value,
              label: t(`shows.${value}`),
              count: value === 'due' ? counts.due : value === 'letters' ? counts.letters : undefined,
            }))}
            value={show}
            onValueChange={(value) =>
              address.show({ show: value === 'due' ? null : value, columns: null, ...noneOfEnded })
            }
          />
        }
      >
        {maySeeAll ? (
          <Segmented
            label={t('scopeLabel')}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`scopes.${value}`) }))}
            value={scope}
            onValueChange={(value) => address.show({ scope: value, manager: null })}
          />
        ) : null}
        {scope === 'all' ? (
          <SelectField
            className="w-52"
            label={t('columns.manager')}
            options={[
              { value: '', label: t('anyManager') },
              ...managers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={managerId}
            onValueChange={(manager) => address.show({ manager })}
          />
        ) : null}
        {show === 'ended' ? (
          <>
            <SelectField<RoundState | ''>
              className="w-52"
              label={t('columns.state')}
              options={[
                { value: '', label: t('anyOutcome') },
                ...endedRoundStates.map((value) => ({ value, label: t(`states.${value}`) })),
              ]}
              value={outcome}
              onValueChange={(value) => address.show({ outcome: value })}
            />
            <DateTimeField
              precision="date"
              label={t('trendsPage.from')}
              value={from ?? ''}
              max={until}
              onValueChange={(value) => address.show({ from: value })}
            />
            <DateTimeField
              precision="date"
              label={t('trendsPage.until')}
              value={until ?? ''}
              min={from}
              error={problem}
              onValueChange={(value) => address.show({ until: value })}
            />
          </>
        ) : null}
        {productId === undefined ? null : (
          <SelectField
            className="w-52"
            label={t('trendsPage.product')}
            options={[
              { value: '', label: t('anyProduct') },
              { value: productId, label: productName ?? t('chosenProduct') },
            ]}
            value={productId}
            onValueChange={(product) => address.show({ product })}
          />
        )}
        {said === undefined ? null : (
          <SelectField
            className="w-64"
            label={t('trendsPage.subject')}
            options={[
              { value: '', label: t('anyAnswer') },
              {
                value: said.subject,
                label: t('said', {
                  subject: t(`subjects.${said.subject}`),
                  verdict: t(`verdicts.${said.verdict}`),
                }),
              },
            ]}
            value={said.subject}
            onValueChange={() => address.show({ subject: null, verdict: null })}
          />
        )}
        {clientId === undefined ? null : (
          <SelectField
            className="w-52"
            label={t('columns.client')}
            options={[
              { value: '', label: t('anyClient') },
              { value: clientId, label: clientName ?? t('chosenClient') },
            ]}
            value={clientId}
            onValueChange={(client) => address.show({ client })}
          />
        )}
      </FilterBar>
      <Panel flush>
        <RoundsTable
          show={show}
          rows={page.rows}
          problem={problem}
          withManager={scope === 'all'}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
