import type { UnlistedAnswer } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { JournalRow, UnfinishedCall } from '@/lib/domain/calls/journal-view';
import type { MissedCaller } from '@/lib/domain/calls/missed-caller';
import type { CardCall } from '@/lib/domain/counterparties/card-page';
import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import type { Columns } from './column';
import type { Words } from './words';

type Caller = Pick<JournalRow, 'caller'>;

function numberOf({ caller }: Caller, { t, phone }: Words): string {
  if (caller.kind === 'withheld') return t('desk.caller.withheld');
  return phone(caller.display ?? caller.e164) || t('desk.caller.unreadable');
}

export const callColumns: Columns<JournalRow> = (words) => {
  const { t, at, name, phone, seconds } = words;
  return [
    [t('exports.columns.at'), (row) => at(row.arrivedAt)],
    [t('exports.columns.direction'), (row) => t(`calls.directions.${row.direction}`)],
    [t('exports.columns.phone'), (row) => numberOf(row, words)],
    [t('exports.columns.counterparty'), (row) => row.counterparty?.name ?? words.names(row.cardsOfNumber)],
    [t('exports.columns.line'), (row) => row.line ?? phone(row.calledNumber)],
    [t('exports.columns.route'), (row) => (row.route ? t(`callScripts.routes.${row.route}`) : '')],
    [t('exports.columns.employee'), (row) => name(row.owner)],
    [t('exports.columns.handedOverTo'), (row) => name(row.handedOverTo)],
    [t('exports.columns.waitSeconds'), (row) => seconds(row.waitMs)],
    [t('exports.columns.talkSeconds'), (row) => seconds(row.talkMs)],
    [t('exports.columns.outcome'), (row) => (row.outcome ? t(`calls.outcomes.${row.outcome}`) : '')],
  ];
};

export const unfinishedCallColumns: Columns<UnfinishedCall> = (words) => [
  ...callColumns(words, []),
  [words.t('exports.columns.unfinishedSince'), (row) => words.at(row.unfinishedSince)],
  [words.t('exports.columns.typedName'), (row) => row.typedName],
];

export const cardCallColumns: Columns<CardCall> = ({ t, at }) => [
  [t('exports.columns.at'), (row) => at(row.arrivedAt)],
  [t('exports.columns.direction'), (row) => t(`calls.directions.${row.direction}`)],
  [t('exports.columns.route'), (row) => (row.route ? t(`callScripts.routes.${row.route}`) : '')],
  [t('exports.columns.employee'), (row) => row.employeeName?.replaceAll('\u00A0', ' ') ?? ''],
  [t('exports.columns.ended'), (row) => at(row.endedAt)],
  [t('exports.columns.outcome'), (row) => (row.outcome ? t(`calls.outcomes.${row.outcome}`) : '')],
];

export const missedCallerColumns: Columns<MissedCaller> = (words) => {
  const { t, at, seconds } = words;
  return [
    [t('exports.columns.phone'), (row) => numberOf(row, words)],
    [t('exports.columns.counterparty'), (row) => words.names(row.cardsOfNumber)],
    [t('exports.columns.firstCall'), (row) => at(row.firstAt)],
    [t('exports.columns.lastCall'), (row) => at(row.lastAt)],
    [t('exports.columns.calls'), (row) => row.calls],
    [t('exports.columns.waitSeconds'), (row) => seconds(row.waitMs)],
    [t('exports.columns.due'), (row) => at(row.next.dueAt)],
    [t('exports.columns.state'), (row) => t(`missed.states.${row.state}`)],
    [t('exports.columns.responsible'), ({ next }) => words.name(next.endedBy) || words.responsible(next)],
    [t('exports.columns.settledSeconds'), (row) => seconds(row.settledAfterMs)],
  ];
};

export const scoreCardColumns: Columns<ScoreCardRow> = (words) => {
  const { t, at, name } = words;
  return [
    [t('exports.columns.at'), ({ call }) => at(call.arrivedAt)],
    [t('exports.columns.phone'), ({ call }) => numberOf(call, words)],
    [
      t('exports.columns.counterparty'),
      ({ call }) => call.counterparty?.name ?? words.names(call.cardsOfNumber),
    ],
    [t('exports.columns.employee'), (row) => name(row.employee)],
    [t('exports.columns.state'), (row) => t(`scoreCards.states.${row.state}`)],
    [t('exports.columns.percent'), (row) => row.percent],
    [t('exports.columns.reviewer'), (row) => name(row.reviewer)],
    [t('exports.columns.sent'), (row) => at(row.sentAt)],
  ];
};

export const unlistedAnswerColumns: Columns<UnlistedAnswer> = ({ t, at, name }) => [
  [t('exports.columns.at'), (row) => at(row.at)],
  [t('exports.columns.step'), (row) => row.step],
  [t('exports.columns.said'), (row) => row.words],
  [t('exports.columns.employee'), (row) => name(row.employee)],
];
