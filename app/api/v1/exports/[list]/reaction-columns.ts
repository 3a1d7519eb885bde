import type { LeadView } from '@/lib/domain/leads/leads.contract';
import type { LetterView } from '@/lib/domain/letters/letters.contract';
import type { SlipView } from '@/lib/domain/reactions/next-reactions.contract';
import type { AppealView, NextReactionView, ReactionView } from '@/lib/domain/reactions/reaction-views';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import type { Columns } from './column';

export const nextReactionColumns: Columns<NextReactionView> = (words) => {
  const { t, at, name, number } = words;
  return [
    [t('exports.columns.due'), (row) => at(row.dueAt)],
    [t('exports.columns.kind'), (row) => t(`reactions.kinds.${row.kind}`)],
    [t('exports.columns.topic'), (row) => row.topic],
    [t('exports.columns.counterparty'), (row) => row.counterparty?.name ?? words.names(row.cardsOfNumber)],
    [t('exports.columns.phone'), (row) => number({ e164: row.callerE164, raw: row.callerText })],
    [t('exports.columns.appealNumber'), (row) => row.appeal?.number ?? null],
    [t('exports.columns.project'), (row) => name(row.project)],
    [t('exports.columns.responsible'), (row) => words.responsible(row)],
    [t('exports.columns.created'), (row) => at(row.createdAt)],
    [t('exports.columns.author'), (row) => name(row.createdBy)],
    [t('exports.columns.ended'), (row) => at(row.endedAt)],
    [t('exports.columns.outcome'), (row) => (row.outcome ? t(`reactions.outcomes.${row.outcome}`) : '')],
    [t('exports.columns.reason'), (row) => row.endReason ?? ''],
  ];
};

export const slipColumns: Columns<SlipView> = (words) => [
  [words.t('exports.columns.slippedAt'), (row) => words.at(row.at)],
  [words.t('exports.columns.slipped'), (row) => words.t(`reactions.slipCauses.${row.cause}`)],
  [words.t('exports.columns.wasDue'), (row) => words.at(row.slippedFrom)],
  ...nextReactionColumns(words, []).map(
    ([head, cell]): [string, (row: SlipView) => ReturnType<typeof cell>] => [
      head,
      ({ nextReaction }) => cell(nextReaction),
    ],
  ),
];

export const reactionColumns: Columns<ReactionView> = (words) => {
  const { t, at, name } = words;
  return [
    [t('exports.columns.at'), (row) => at(row.happenedAt)],
    [t('exports.columns.kind'), (row) => t(`reactions.types.${row.type}`)],
    [t('exports.columns.topic'), (row) => row.topic],
    [t('exports.columns.note'), (row) => row.note],
    [t('exports.columns.route'), (row) => (row.route ? t(`callScripts.routes.${row.route}`) : '')],
    [t('exports.columns.counterparty'), (row) => row.counterparty.name],
    [t('exports.columns.appealNumber'), (row) => row.appeal.number],
    [t('exports.columns.department'), (row) => words.department(row.department)],
    [t('exports.columns.employee'), (row) => name(row.employee)],
  ];
};

export const appealColumns: Columns<AppealView> = (words) => {
  const { t, at, name } = words;
  return [
    [t('exports.columns.number'), (row) => row.number],
    [t('exports.columns.topic'), (row) => row.topic],
    [t('exports.columns.kind'), (row) => row.type],
    [t('exports.columns.counterparty'), (row) => row.counterparty.name],
    [t('exports.columns.project'), (row) => name(row.project)],
    [t('exports.columns.note'), (row) => row.note],
    [t('exports.columns.created'), (row) => at(row.createdAt)],
    [t('exports.columns.author'), (row) => name(row.createdBy)],
    [t('exports.columns.due'), (row) => at(row.next?.dueAt ?? null)],
    [t('exports.columns.responsible'), ({ next }) => (next ? words.responsible(next) : '')],
    [t('exports.columns.closed'), (row) => at(row.closedAt)],
    [t('exports.columns.reason'), (row) => row.closeReason ?? ''],
  ];
};

export const leadColumns: Columns<LeadView> = ({ t, at, name, number }) => [
  [t('exports.columns.created'), (row) => at(row.createdAt)],
  [t('exports.columns.state'), (row) => t(`exports.leadStates.${row.state}`)],
  [t('exports.columns.topic'), (row) => row.topic],
  [t('exports.columns.counterparty'), (row) => row.counterparty.name],
  [t('exports.columns.contactPerson'), (row) => row.contactPerson],
  [t('exports.columns.phone'), (row) => (row.phone ? number(row.phone) : '')],
  [t('exports.columns.city'), (row) => row.city],
  [t('exports.columns.appealNumber'), (row) => row.appeal.number],
  [t('exports.columns.project'), (row) => name(row.project)],
  [t('exports.columns.due'), (row) => at(row.dueAt)],
  [t('exports.columns.employee'), (row) => name(row.acceptedBy)],
  [t('exports.columns.accepted'), (row) => at(row.acceptedAt)],
];

export const letterColumns: Columns<LetterView> = ({ t, at, name }) => [
  [t('exports.columns.at'), (row) => at(row.createdAt)],
  [t('exports.columns.counterparty'), (row) => row.counterparty.name],
  [t('exports.columns.appealNumber'), (row) => row.appeal.number],
  [t('exports.columns.topic'), (row) => row.subject],
  [t('exports.columns.text'), (row) => row.text],
  [t('exports.columns.author'), (row) => name(row.author)],
  [t('exports.columns.state'), (row) => t(`letters.states.${row.state}`)],
];

export const reviewColumns: Columns<ReviewedReaction> = (words) => [
  ...reactionColumns(words, []).map(
    ([head, cell]): [string, (row: ReviewedReaction) => ReturnType<typeof cell>] => [
      head,
      ({ reaction }) => cell(reaction),
    ],
  ),
  [words.t('exports.columns.responsible'), ({ promises }) => promises.map(words.responsible).join(', ')],
  [words.t('exports.columns.due'), ({ promises }) => promises.map(({ dueAt }) => words.at(dueAt)).join('; ')],
  [
    words.t('exports.columns.lateSeconds'),
    ({ promises }) =>
      promises.length ? words.seconds(Math.max(...promises.map((one) => one.lateMs))) : null,
  ],
  [words.t('exports.columns.reviewed'), ({ review }) => words.at(review?.reviewedAt ?? null)],
  [words.t('exports.columns.reviewer'), ({ review }) => words.name(review?.reviewedBy)],
  [words.t('exports.columns.remark'), ({ review }) => review?.remark ?? ''],
  [words.t('exports.columns.answer'), ({ review }) => review?.answer ?? ''],
];
