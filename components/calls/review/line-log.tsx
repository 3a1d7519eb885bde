'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { useDurationWords } from '@/components/ui/use-duration-words';
import type { CallReview, LineFact } from '@/lib/domain/calls/review-view';

type Command = CallReview['commands'][number];
const effectTones = { applied: 'good', ignored: 'plain', unknownCall: 'warning' } as const;
const stateTones = {
  pending: 'warning',
  started: 'accent',
  done: 'good',
  failed: 'danger',
  needsPerson: 'danger',
  void: 'plain',
} as const;

/** What the line told and what was decided here, in the order in which it was learnt; and what the line was told to do. */
export function LineLog({ facts, commands }: { facts: readonly LineFact[]; commands: readonly Command[] }) {
  const t = useTranslations('calls.line');
  return (
    <>
      <Panel title={t('facts')} flush={facts.length > 0}>
        {facts.length > 0 ? <FactTable facts={facts} /> : <p className="text-faint">{t('none')}</p>}
      </Panel>
      <Panel title={t('commands')} flush={commands.length > 0}>
        {commands.length > 0 ? (
          <CommandTable commands={commands} />
        ) : (
          <p className="text-faint">{t('noCommands')}</p>
        )}
      </Panel>
    </>
  );
}

function FactTable({ facts }: { facts: readonly LineFact[] }) {
  const t = useTranslations('calls.line');
  const format = useFormatter();
  const duration = useDurationWords();
  const kindWords = (kind: string) => {
    const key = `kinds.${kind}`;
    return (t.has as (key: string) => boolean)(key)
      ? (t as (key: string) => string)(key)
      : t('kinds.other', { type: kind });
  };
  const columns: Column<LineFact>[] = [
    {
      key: 'at',
      header: t('at'),
      cell: (fact) => (
        <span className="tabular-nums">{format.dateTime(fact.occurredAt, 'timeWithSeconds')}</span>
      ),
    },
    {
      key: 'what',
      header: t('what'),
      isRowHeader: true,
      cell: (fact) => (fact.target ? `${kindWords(fact.kind)} → ${fact.target.name}` : kindWords(fact.kind)),
    },
    { key: 'who', header: t('who'), cell: (fact) => fact.employee?.name ?? t(`sources.${fact.source}`) },
    {
      key: 'effect',
      header: t('effect'),
      cell: (fact) => (
        <span className="inline-flex flex-wrap gap-1">
          <Badge tone={effectTones[fact.effect]}>{t(`effects.${fact.effect}`)}</Badge>
          {fact.lateMs > 0 ? (
            <Badge tone="warning">{t('late', { duration: duration(fact.lateMs) })}</Badge>
          ) : null}
        </span>
      ),
    },
  ];
  return <DataTable caption={t('facts')} columns={columns} rows={facts} rowKey={(fact) => String(fact.id)} />;
}

function CommandTable({ commands }: { commands: readonly Command[] }) {
  const t = useTranslations('calls.line');
  const names = useTranslations('desk.troubles.commands');
  const format = useFormatter();
  const time = (at: number | null) => (
    <span className="tabular-nums">{at === null ? '—' : format.dateTime(at, 'timeWithSeconds')}</span>
  );
  const columns: Column<Command>[] = [
    { key: 'ordered', header: t('ordered'), cell: (command) => time(command.createdAt) },
    {
      key: 'command',
      header: t('command'),
      isRowHeader: true,
      cell: ({ type }) => (names.has(type as 'other') ? names(type as 'other') : names('other')),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>,
    },
    { key: 'done', header: t('done'), cell: (command) => time(command.endedAt) },
    { key: 'attempts', header: t('attempts'), align: 'end', cell: ({ attempts }) => String(attempts) },
    {
      key: 'problem',
      header: t('problem'),
      cell: ({ problem }) => <span className="[overflow-wrap:anywhere]">{problem ?? '—'}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('commands')}
      columns={columns}
      rows={commands}
      rowKey={(command) => String(command.id)}
    />
  );
}
