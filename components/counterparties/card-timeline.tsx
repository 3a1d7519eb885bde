'use client';

import { PhoneIncoming, PhoneOutgoing, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { completeSince } from '@/components/more-rows';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import { Timeline, type TimelineEntry } from '@/components/ui/timeline';
import { useMoreRows } from '@/components/use-more-rows';
import type { CardPage } from '@/lib/domain/counterparties/card-page';

type Shown = 'all' | 'calls' | 'reactions';

/** What happened with a counterparty, newest first: calls and reactions. */
export function CardTimeline({ page }: { page: CardPage }) {
  const t = useTranslations('counterparties');
  const [shown, setShown] = useState<Shown>('all');
  const counterpartyId = page.card.id;
  const calls = useMoreRows(
    { rows: page.calls, next: page.more.calls },
    `/counterparties/${counterpartyId}/calls`,
  );
  const reactions = useMoreRows({ rows: page.reactions, next: page.more.reactions }, '/reactions', {
    counterpartyId,
  });
  const isShown = { calls: shown !== 'reactions', reactions: shown !== 'calls' };
  const lists = [
    { ...calls, oldestAt: calls.rows.at(-1)?.arrivedAt, isShown: isShown.calls },
    { ...reactions, oldestAt: reactions.rows.at(-1)?.happenedAt, isShown: isShown.reactions },
  ].filter((list) => list.isShown);
  const since = completeSince(lists);
  const limiting = lists.filter((list) => list.hasMore && list.oldestAt === since);
  const callEntries = useCallEntries(isShown.calls ? calls.rows : []);
  const reactionEntries = useReactionEntries(isShown.reactions ? reactions.rows : []);
  const entries = [...callEntries, ...reactionEntries]
    .filter(({ at }) => at >= since)
    .sort((one, other) => other.at - one.at);
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t('show.label')}
        options={(['all', 'calls', 'reactions'] as const).map((value) => ({
          value,
          label: t(`show.${value}`),
        }))}
        value={shown}
        onValueChange={setShown}
      />
      {entries.length === 0 ? (
        <p className="text-faint">{t('noEvents')}</p>
      ) : (
        <Timeline label={t('timeline')} entries={entries} />
      )}
      <MoreRowsFoot
        hasMore={limiting.length > 0}
        busy={limiting.some((list) => list.busy)}
        error={limiting.find((list) => list.error)?.error ?? null}
        more={() => limiting.map((list) => list.more())}
        shownCount={entries.length}
      />
    </div>
  );
}

type TimedEntry = TimelineEntry & { at: number };

function useCallEntries(calls: CardPage['calls']): TimedEntry[] {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  const words = ({ outcome, direction }: CardPage['calls'][number]) =>
    `${t(direction === 'outbound' ? 'callOutgoing' : 'call')}: ${t(`callOutcome.${outcome ?? 'open'}`)}`;
  return calls.map((call) => ({
    key: call.id,
    at: call.arrivedAt,
    time: format.dateTime(call.arrivedAt, 'dateTime'),
    icon: call.direction === 'outbound' ? <PhoneOutgoing /> : <PhoneIncoming />,
    tone: call.outcome === 'missed' || call.outcome === 'abandoned' ? 'danger' : 'plain',
    title: call.mayReview ? <TextLink href={`/calls/${call.id}`}>{words(call)}</TextLink> : words(call),
    detail: call.employeeName,
  }));
}

function useReactionEntries(reactions: CardPage['reactions']): TimedEntry[] {
  const t = useTranslations('reactions');
  const format = useFormatter();
  return reactions.map((reaction) => ({
    key: reaction.id,
    at: reaction.happenedAt,
    time: format.dateTime(reaction.happenedAt, 'dateTime'),
    icon: <StickyNote />,
    tone: reaction.type === 'complaint' ? 'danger' : 'accent',
    title: (
      <>
        {t(`types.${reaction.type}`)}: {reaction.topic}
      </>
    ),
    detail: (
      <>
        {reaction.employee.name} ·{' '}
        <TextLink href={`/appeals/${reaction.appeal.id}`}>
          {t('appealNumber', { number: String(reaction.appeal.number) })}
        </TextLink>
        {reaction.note ? <span className="block whitespace-pre-line">{reaction.note}</span> : null}
      </>
    ),
  }));
}
