import type { AssignmentRow } from '@/lib/domain/assignments/assignments.contract';
import { attemptsMade } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import type { Columns } from './column';

export const roundColumns: Columns<RoundView> = ({ t, at, day, name, number }) => [
  [t('rounds.columns.client'), ({ counterparty }) => counterparty.name],
  [t('exports.columns.city'), ({ counterparty }) => counterparty.city],
  [t('exports.columns.contactPerson'), ({ counterparty }) => counterparty.contactPerson],
  [t('exports.columns.phone'), ({ counterparty }) => counterparty.phones.map(number).join(', ')],
  [t('rounds.columns.manager'), ({ manager }) => name(manager)],
  [t('rounds.columns.due'), ({ dueOn }) => day(dueOn)],
  [t('rounds.columns.attempts'), ({ attempts, timeZone }) => attemptsMade(attempts, timeZone)],
  [t('rounds.columns.state'), ({ state }) => t(`rounds.states.${state}`)],
  [
    t('rounds.columns.earlier'),
    ({ earlierState }) => (earlierState ? t(`rounds.states.${earlierState}`) : ''),
  ],
  [
    t('rounds.columns.lastVerdict'),
    ({ lastVerdict }) => (lastVerdict ? t(`rounds.states.${lastVerdict}`) : ''),
  ],
  [t('rounds.columns.ended'), ({ endedAt }) => at(endedAt)],
  [t('rounds.columns.asked'), ({ letter }) => at(letter?.askedAt ?? null)],
  [t('rounds.columns.complaints'), ({ openComplaints }) => openComplaints],
];

export const assignmentColumns: Columns<AssignmentRow> = ({ t, name, yesNo }) => [
  [t('assignments.columns.manager'), ({ manager }) => manager.name],
  [t('assignments.columns.presence'), ({ isAbsent }) => yesNo(!isAbsent)],
  [t('exports.columns.substitute'), ({ substitute }) => name(substitute)],
  [t('assignments.columns.clients'), ({ clients }) => clients],
  [t('assignments.columns.rounds'), ({ openRounds }) => openRounds],
  [t('assignments.columns.complaints'), ({ openComplaints }) => openComplaints],
  [t('assignments.columns.reactions'), ({ openNextReactions }) => openNextReactions],
];
