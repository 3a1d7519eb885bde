import type { ExportedList } from '@/lib/domain/exports/exports.contract';
import type { RowOf } from '@/lib/operations/exports/exported-lists';
import {
  callColumns,
  cardCallColumns,
  missedCallerColumns,
  unfinishedCallColumns,
  unlistedAnswerColumns,
} from './call-columns';
import {
  attachmentColumns,
  cardColumns,
  importColumns,
  importRowColumns,
  pairColumns,
  purchaseColumns,
} from './card-columns';
import type { Columns } from './column';
import {
  appealColumns,
  leadColumns,
  letterColumns,
  nextReactionColumns,
  reactionColumns,
  reviewColumns,
  slipColumns,
} from './reaction-columns';
import {
  accessColumns,
  blockedNumberColumns,
  changeColumns,
  cityColumns,
  employeeColumns,
} from './settings-columns';

export const columnsOfLists: { [List in ExportedList]: Columns<RowOf<List>> } = {
  counterparties: cardColumns,
  duplicates: pairColumns,
  purchases: purchaseColumns,
  attachments: attachmentColumns,
  calls: callColumns,
  'card-calls': cardCallColumns,
  'missed-callers': missedCallerColumns,
  'unfinished-calls': unfinishedCallColumns,
  'next-reactions': nextReactionColumns,
  reactions: reactionColumns,
  slipped: slipColumns,
  appeals: appealColumns,
  leads: leadColumns,
  letters: letterColumns,
  reviews: reviewColumns,
  remarks: reviewColumns,
  'unlisted-answers': unlistedAnswerColumns,
  imports: importColumns,
  'import-rows': importRowColumns,
  employees: employeeColumns,
  cities: cityColumns,
  'blocked-numbers': blockedNumberColumns,
  history: changeColumns,
  'access-log': accessColumns,
  'counted-calls': callColumns,
  'counted-missed-callers': nextReactionColumns,
  'counted-next-reactions': nextReactionColumns,
  'counted-leads': nextReactionColumns,
  'counted-appeals': appealColumns,
};
