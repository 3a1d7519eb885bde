'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { useMoreRows } from '@/components/use-more-rows';
import type { AppealChain } from '@/lib/domain/counterparties/card-timeline';
import type { TimelineShow } from '@/lib/domain/counterparties/timeline-shows';
import type { Page } from '@/lib/domain/paging';
import { useTimelineEntries } from './use-timeline-entries';

type Props = { first: Page<AppealChain>; path: string; show: TimelineShow };

/** Appeal by appeal: what is next on it, then what happened, newest first. */
export function TimelineChains({ first, path, show }: Props) {
  const t = useTranslations('counterparties');
  const rows = useMoreRows(first, path, { show });
  return (
    <>
      {rows.rows.length === 0 ? (
        <p className="text-faint">{t(show === 'all' ? 'noAppeals' : 'noSuchEvents')}</p>
      ) : null}
      {rows.rows.map((chain) => (
        <Chain key={chain.id} chain={chain} />
      ))}
      <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
    </>
  );
}

function Chain({ chain: { appeal, openNext, moreNext, entries, hasMore } }: { chain: AppealChain }) {
  const t = useTranslations('counterparties');
  const reactions = useTranslations('reactions');
  const format = useFormatter();
  const draw = useTimelineEntries();
  const title = `${reactions('appealNumber', { number: String(appeal.number) })}: ${appeal.topic}`;
  return (
    <section aria-label={title} className="flex flex-col gap-2 rounded-md border border-line p-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        <TextLink href={`/appeals/${appeal.id}`}>{title}</TextLink>
        <Badge tone={appeal.closedAt === null ? 'accent' : 'plain'}>
          {t(appeal.closedAt === null ? 'appealState.open' : 'appealState.closed')}
        </Badge>
        {appeal.project ? <span className="font-normal text-soft">{appeal.project.name}</span> : null}
      </h3>
      {openNext.map((next) => (
        <p key={next.id} className="text-soft">
          {t('nextOfAppeal', {
            who: next.employee?.name ?? next.department.name,
            when: format.dateTime(next.dueAt, 'dateTime'),
          })}
        </p>
      ))}
      {moreNext > 0 ? <p className="text-soft">{t('moreNextOfAppeal', { count: moreNext })}</p> : null}
      <Timeline label={title} entries={entries.map(draw)} />
      {hasMore ? <TextLink href={`/appeals/${appeal.id}`}>{t('wholeAppeal')}</TextLink> : null}
    </section>
  );
}
