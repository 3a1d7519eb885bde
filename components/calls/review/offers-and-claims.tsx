'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { CallReview } from '@/lib/domain/calls/review-view';

type Offer = CallReview['offers'][number];
type Claim = CallReview['claims'][number];

/** Whom the call was offered to, and who took it. */
export function OffersAndClaims({ offers, claims }: { offers: readonly Offer[]; claims: readonly Claim[] }) {
  const t = useTranslations('calls.people');
  return (
    <>
      <Panel title={t('offers')} flush={offers.length > 0}>
        {offers.length > 0 ? <OfferTable offers={offers} /> : <p className="text-faint">{t('none')}</p>}
      </Panel>
      {claims.length > 0 ? (
        <Panel title={t('claims')} flush>
          <ClaimTable claims={claims} />
        </Panel>
      ) : null}
    </>
  );
}

function OfferTable({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations('calls');
  const declineWords = useDeclineWords();
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const columns: Column<Offer>[] = [
    {
      key: 'who',
      header: t('offers.who'),
      isRowHeader: true,
      cell: (offer) => `${offer.employee.name} · ${departmentName(offer.department)}`,
    },
    {
      key: 'purpose',
      header: t('offers.purpose'),
      cell: (offer) => t(`offers.purposes.${offer.purpose}`),
    },
    { key: 'round', header: t('offers.round'), align: 'end', cell: (offer) => String(offer.round) },
    {
      key: 'at',
      header: t('offers.at'),
      cell: (offer) => (
        <span className="tabular-nums">{format.dateTime(offer.offeredAt, 'timeWithSeconds')}</span>
      ),
    },
    {
      key: 'seconds',
      header: t('offers.seconds'),
      align: 'end',
      cell: (offer) =>
        offer.endedAt === null ? '—' : formatDuration((offer.endedAt - offer.offeredAt) / 1000),
    },
    {
      key: 'outcome',
      header: t('offers.outcome'),
      cell: (offer) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge tone={offer.outcome === 'claimed' ? 'good' : 'plain'}>
            {offer.outcome ? t(`offers.outcomes.${offer.outcome}`) : t('offers.ringing')}
          </Badge>
          {offer.declined ? `«${declineWords(offer.declined)}»` : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable caption={t('people.offers')} columns={columns} rows={offers} rowKey={(offer) => offer.id} />
  );
}

function useDeclineWords() {
  const t = useTranslations('desk.decline.reasons');
  return ({ reason, words }: NonNullable<Offer['declined']>): string => words || t(reason);
}

function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  const t = useTranslations('calls');
  const format = useFormatter();
  const releaseWords = useReleaseWords();
  const time = (at: number | null) => (
    <span className="tabular-nums">{at === null ? '—' : format.dateTime(at, 'timeWithSeconds')}</span>
  );
  const columns: Column<Claim>[] = [
    { key: 'who', header: t('claims.who'), isRowHeader: true, cell: (claim) => claim.employee.name },
    {
      key: 'purpose',
      header: t('claims.purpose'),
      cell: (claim) => t(`offers.purposes.${claim.purpose}`),
    },
    { key: 'claimed', header: t('claims.claimed'), cell: (claim) => time(claim.claimedAt) },
    { key: 'joined', header: t('claims.joined'), cell: (claim) => time(claim.joinedAt) },
    { key: 'left', header: t('claims.left'), cell: (claim) => time(claim.leftAt ?? claim.releasedAt) },
    {
      key: 'note',
      header: t('claims.note'),
      cell: (claim) => (claim.releaseReason ? releaseWords(claim.releaseReason) : '—'),
    },
  ];
  return (
    <DataTable
      caption={t('people.claims')}
      columns={columns}
      rows={claims}
      rowKey={(claim) => String(claim.generation)}
    />
  );
}

/** A claim is released by an event of the call; one without words of its own just released it. */
function useReleaseWords() {
  const t = useTranslations('calls.claims.releases');
  return (reason: string) =>
    (t.has as (key: string) => boolean)(reason) ? (t as (key: string) => string)(reason) : t('other');
}
