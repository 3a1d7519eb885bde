import type { ExportedList } from '@/lib/domain/exports/exported-list';
import type { RowOf } from '@/lib/operations/exports/exported-lists';
import { auditColumns } from './audit-columns';
import {
  callColumns,
  cardCallColumns,
  missedCallerColumns,
  scoreCardColumns,
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
import { folderColumns } from './folder-columns';
import { complaintColumns, payColumns, paySourceColumns } from './pay-columns';
import {
  appealColumns,
  leadColumns,
  letterColumns,
  nextReactionColumns,
  reactionColumns,
  reviewColumns,
  slipColumns,
} from './reaction-columns';
import { assignmentColumns, roundColumns } from './round-columns';
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
  folders: folderColumns,
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
  'score-cards': scoreCardColumns,
  pay: payColumns,
  'pay-sources': paySourceColumns,
  complaints: complaintColumns,
  rounds: roundColumns,
  assignments: assignmentColumns,
  'unlisted-answers': unlistedAnswerColumns,
  imports: importColumns,
  'import-rows': importRowColumns,
  employees: employeeColumns,
  cities: cityColumns,
  'blocked-numbers': blockedNumberColumns,
  history: changeColumns,
  'access-log': accessColumns,
  'audit-log': auditColumns,
  'counted-calls': callColumns,
  'counted-missed-callers': nextReactionColumns,
  'counted-next-reactions': nextReactionColumns,
  'counted-leads': nextReactionColumns,
  'counted-appeals': appealColumns,
  'counted-complaints': complaintColumns,
};
