'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { useMoreRows } from '@/components/use-more-rows';
import type { AppealChain } from '@/lib/domain/counterparties/card-timeline';
import type { Page } from '@/lib/domain/paging';
import { useTimelineEntries } from './use-timeline-entries';

type Props = { first: Page<AppealChain>; path: string };

/** Appeal by appeal: what is next on it, then what happened, newest first. */
export function TimelineChains({ first, path }: Props) {
  const t = useTranslations('counterparties');
  const rows = useMoreRows(first, path);
  if (rows.rows.length === 0) return <p className="text-faint">{t('noAppeals')}</p>;
  return (
    <>
      {rows.rows.map((chain) => (
        <Chain key={chain.id} chain={chain} />
      ))}
      <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
    </>
  );
}

function Chain({ chain: { appeal, entries, hasMore } }: { chain: AppealChain }) {
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
      {appeal.next ? (
        <p className="text-soft">
          {t('nextOfAppeal', {
            who: appeal.next.employee?.name ?? appeal.next.department.name,
            when: format.dateTime(appeal.next.dueAt, 'dateTime'),
          })}
        </p>
      ) : null}
      <Timeline label={title} entries={entries.map(draw)} />
      {hasMore ? <TextLink href={`/appeals/${appeal.id}`}>{t('wholeAppeal')}</TextLink> : null}
    </section>
  );
}
