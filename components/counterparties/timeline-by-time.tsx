'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { Timeline } from '@/components/ui/timeline';
import { useMoreRows } from '@/components/use-more-rows';
import type { TimelineEntry } from '@/lib/domain/counterparties/card-timeline';
import type { Page } from '@/lib/domain/paging';
import { useTimelineEntries } from './use-timeline-entries';

type Props = {
  first: Page<TimelineEntry>;
  path: string;
  query: Record<string, string>;
  emptyText: string;
  now: number;
};

/** Entries under the day or the month in which they happened. */
export function TimelineByTime({ first, path, query, emptyText, now }: Props) {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  const draw = useTimelineEntries();
  const rows = useMoreRows(first, path, query);
  const day = (at: number) => format.dateTime(at, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const titleOf = ({ at }: TimelineEntry) =>
    day(at) === day(now) ? t('today') : format.dateTime(at, { year: 'numeric', month: 'long' });
  const sections = [...Map.groupBy(rows.rows, titleOf)];
  return (
    <>
      {sections.length === 0 ? <p className="text-faint">{emptyText}</p> : null}
      {sections.map(([title, entries]) => (
        <section key={title} className="flex flex-col gap-2">
          <h3 className="font-medium text-faint text-sm">{title}</h3>
          <Timeline label={title} entries={entries.map(draw)} />
        </section>
      ))}
      <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
    </>
  );
}
