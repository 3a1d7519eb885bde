'use client';

import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { useNow } from '@/components/ui/clock';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notifyOfRefusal } from '@/components/ui/notify';
import { Popover } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { minuteMs } from '@/lib/domain/duration';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type CalendarStretch, calendarSpans, neighbourDay, sameTimeOn } from './calendar-days';
import { dropOnDay } from './drop';
import { useNextReactionDialogs } from './next-reaction-dialogs';
import { useReactionName } from './reaction-name';
import { WorkCard } from './work-card';

type Props = {
  stretch: CalendarStretch;
  rows: readonly NextReactionView[];
  /** There is more than is shown. */
  isCut: boolean;
  hrefWith: (change: Record<string, string | null>) => string;
  show: (change: Record<string, string | null>) => void;
};

const mostInMonthDay = 4;

/**
 * The work by the days it is due. Dragged to another day it asks for the reason of the postponement; so does «Перенести» in
 * its menu.
 */
export function WorkCalendar({ stretch, rows, isCut, hrefWith, show }: Props) {
  const t = useTranslations('reactions.calendar');
  const words = useTranslations('reactions');
  const format = useFormatter();
  const timeZone = useTimeZone()!;
  const open = useNextReactionDialogs();
  const today = wallTimeAt(useNow(minuteMs), timeZone).date;
  const [dragged, setDragged] = useState<NextReactionView | null>(null);
  const { span, day, days } = stretch;
  const byDay = Map.groupBy(rows, (next) => wallTimeAt(next.dueAt, timeZone).date);
  const dayAt = (date: string) => new Date(`${date}T12:00:00Z`);
  const period =
    span === 'month'
      ? format.dateTime(dayAt(day), { month: 'long', year: 'numeric', timeZone: 'UTC' })
      : `${format.dateTime(dayAt(days[0]!), { dateStyle: 'medium', timeZone: 'UTC' })} — ${format.dateTime(dayAt(days[6]!), { dateStyle: 'medium', timeZone: 'UTC' })}`;
  const dropOn = (date: string) =>
    dragged ? dropOnDay(date, { from: wallTimeAt(dragged.dueAt, timeZone).date, today }) : 'nothing';
  const drop = (date: string) => {
    const becomes = dropOn(date);
    if (!dragged || becomes === 'nothing') return;
    setDragged(null);
    if (becomes === 'past') return notifyOfRefusal(words('dropInThePast'));
    open('postpone', dragged, { dueAt: sameTimeOn(date, dragged.dueAt, timeZone) });
  };
  const dragOf = (next: NextReactionView) =>
    next.may.postpone ? { onDragStart: () => setDragged(next), onDragEnd: () => setDragged(null) } : {};
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('span')}
          options={calendarSpans.map((value) => ({ value, label: t(value) }))}
          value={span}
          onValueChange={(value) => show({ span: value === 'week' ? null : value })}
        />
        <IconButton
          label={t('before')}
          icon={<ChevronLeft />}
          onClick={() => show({ day: neighbourDay(stretch, -1) })}
        />
        <IconButton
          label={t('after')}
          icon={<ChevronRight />}
          onClick={() => show({ day: neighbourDay(stretch, 1) })}
        />
        {days.includes(today) ? null : <TextLink href={hrefWith({ day: null })}>{t('today')}</TextLink>}
        <h2 className="font-semibold">{period}</h2>
      </div>
      {isCut ? <InlineAlert tone="info">{t('cut', { count: rows.length })}</InlineAlert> : null}
      <ol className="grid gap-1.5 desk:grid-cols-7">
        {days.map((date) => {
          const ofDay = byDay.get(date) ?? [];
          const shown = span === 'month' ? ofDay.slice(0, mostInMonthDay) : ofDay;
          return (
            <li
              key={date}
              onDragOver={(event) => {
                if (dropOn(date) !== 'nothing') event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(date);
              }}
              className={clsx(
                'flex min-w-0 flex-col gap-1.5 rounded-md border p-1 desk:min-h-24',
                dropOn(date) === 'moved'
                  ? 'border-accent bg-accent-tint'
                  : date === today
                    ? 'border-accent'
                    : 'border-line',
                date.slice(0, 7) !== day.slice(0, 7) && span === 'month' ? 'bg-canvas' : 'bg-surface',
                ofDay.length === 0 && date !== today && 'phone:hidden',
              )}
            >
              <h3
                className={clsx(
                  'px-1 text-sm',
                  date === today ? 'font-semibold text-accent-ink' : 'text-soft',
                )}
              >
                {format.dateTime(dayAt(date), {
                  weekday: 'short',
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                })}
                {date === today ? <span className="sr-only">, {t('isToday')}</span> : null}
              </h3>
              {shown.map((next) =>
                span === 'week' ? (
                  <WorkCard
                    key={next.id}
                    next={next}
                    time={<time className="tabular-nums">{format.dateTime(next.dueAt, 'time')}</time>}
                    {...dragOf(next)}
                  />
                ) : (
                  <MonthEntry key={next.id} next={next} {...dragOf(next)} />
                ),
              )}
              {ofDay.length > shown.length ? (
                <TextLink href={hrefWith({ span: null, day: date })} className="px-1 text-sm">
                  {t('more', { count: ofDay.length - shown.length })}
                </TextLink>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type EntryProps = { next: NextReactionView; onDragStart?: () => void; onDragEnd?: () => void };

function MonthEntry({ next, onDragStart, onDragEnd }: EntryProps) {
  const format = useFormatter();
  const { topicOf, nameOf } = useReactionName();
  const time = format.dateTime(next.dueAt, 'time');
  const words = `${topicOf(next)} · ${nameOf(next)}`;
  return (
    <Popover
      label={words}
      className="w-80"
      trigger={
        <button
          type="button"
          draggable={onDragStart !== undefined}
          onDragStart={onDragStart}
          onDragEnd={onDragEnd}
          className="flex min-h-6 w-full min-w-0 items-center gap-1 rounded-sm bg-sunken px-1 text-left text-sm hover:bg-accent-tint"
        >
          <span className="shrink-0 tabular-nums">{time}</span>
          <span className="min-w-0 truncate">{words}</span>
        </button>
      }
    >
      <WorkCard next={next} time={<time className="tabular-nums">{time}</time>} />
    </Popover>
  );
}
