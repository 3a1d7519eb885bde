'use client';

import { useTranslations } from 'use-intl';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { AppealChain, TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import { type TimelineShow, timelineShows } from '@/lib/domain/counterparties/timeline-shows';
import type { Page } from '@/lib/domain/paging';
import { TimelineByTime } from './timeline-by-time';
import { TimelineChains } from './timeline-chains';

/** The first page of a card's timeline, by time or in chains of appeals, as its address asks for it. */
export type CardTimelineStart =
  | { group: 'time'; show: TimelineShow; first: Page<TimelineEntry> }
  | { group: 'appeal'; show: TimelineShow; chains: Page<AppealChain>; outside: Page<TimelineEntry> };

type Props = { counterpartyId: string; start: CardTimelineStart; now: number };

/** What happened with a counterparty, newest first, in one list or appeal by appeal. */
export function CardTimeline({ counterpartyId, start, now }: Props) {
  const t = useTranslations('counterparties');
  const address = useListAddress();
  const path = `/counterparties/${counterpartyId}/timeline`;
  return (
    <div className="flex flex-col gap-4" aria-busy={address.isPending || undefined}>
      <div className="flex flex-wrap items-end gap-3">
        <Segmented
          label={t('group.label')}
          options={(['time', 'appeal'] as const).map((value) => ({ value, label: t(`group.${value}`) }))}
          value={start.group}
          onValueChange={(group) => address.show({ group: group === 'time' ? null : group })}
        />
        <SelectField<TimelineShow>
          label={t('show.label')}
          labelHidden
          className="w-56"
          options={timelineShows.map((value) => ({ value, label: t(`show.${value}`) }))}
          value={start.show}
          onValueChange={(show) => address.show({ show: show === 'all' ? null : show })}
        />
      </div>
      {start.group === 'time' ? (
        <TimelineByTime
          key={start.show}
          first={start.first}
          path={path}
          query={{ show: start.show }}
          emptyText={t(start.show === 'all' ? 'noEvents' : 'noSuchEvents')}
          now={now}
        />
      ) : (
        <>
          <TimelineChains key={start.show} first={start.chains} path={`${path}/appeals`} show={start.show} />
          <section aria-label={t('outsideAppeals')} className="flex flex-col gap-3">
            <h3 className="font-semibold">{t('outsideAppeals')}</h3>
            <TimelineByTime
              key={start.show}
              first={start.outside}
              path={path}
              query={{ appeals: 'none', show: start.show }}
              emptyText={t(start.show === 'all' ? 'noEvents' : 'noSuchEvents')}
              now={now}
            />
          </section>
        </>
      )}
    </div>
  );
}
