import { accessLogContracts } from '@/lib/domain/access-log/access-log.contract';
import { appealContracts } from '@/lib/domain/appeals/appeals.contract';
import { assignmentContracts } from '@/lib/domain/assignments/assignments.contract';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { auditContracts } from '@/lib/domain/audit/audit.contract';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { callScriptContracts } from '@/lib/domain/call-scripts/call-scripts.contract';
import { callControlContracts } from '@/lib/domain/calls/call-control.contract';
import { callContracts } from '@/lib/domain/calls/calls.contract';
import { conversationContracts } from '@/lib/domain/calls/conversation.contract';
import { journalContracts } from '@/lib/domain/calls/journal.contract';
import { supervisionContracts } from '@/lib/domain/calls/supervision.contract';
import { cityContracts } from '@/lib/domain/cities/cities.contract';
import { complaintContracts } from '@/lib/domain/complaints/complaints.contract';
import { connectionContracts } from '@/lib/domain/connection/connection.contract';
import type { Contract } from '@/lib/domain/contract';
import { cardFieldContracts } from '@/lib/domain/counterparties/card-fields.contract';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { documentContracts } from '@/lib/domain/documents/documents.contract';
import { apiTokenContracts } from '@/lib/domain/employees/api-tokens.contract';
import { departmentContracts } from '@/lib/domain/employees/departments.contract';
import { employeeContracts } from '@/lib/domain/employees/employees.contract';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { presenceContracts } from '@/lib/domain/employees/presence.contract';
import { roleContracts } from '@/lib/domain/employees/roles.contract';
import { exportContracts } from '@/lib/domain/exports/exports.contract';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { importContracts } from '@/lib/domain/imports/imports.contract';
import { leadContracts } from '@/lib/domain/leads/leads.contract';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { erasureContracts, personalDataContracts } from '@/lib/domain/personal-data/personal-data.contract';
import { phoneContracts } from '@/lib/domain/phones/phone.contract';
import { purchaseContracts } from '@/lib/domain/purchases/purchases.contract';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { recordingContracts } from '@/lib/domain/recordings/recordings.contract';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { wallboardContracts } from '@/lib/domain/reports/wallboard.contract';
import { retentionContracts } from '@/lib/domain/retention/retention.contract';
import { reviewContracts } from '@/lib/domain/reviews/reviews.contract';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { scoreCardContracts } from '@/lib/domain/score-cards/score-cards.contract';
import { searchContracts } from '@/lib/domain/search/search.contract';
import { blockedNumberContracts, numberContracts } from '@/lib/domain/settings/numbers.contract';
import { projectContracts } from '@/lib/domain/settings/projects.contract';
import { settingsContracts } from '@/lib/domain/settings/settings.contract';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';

/** Every route of the API by noun: what OpenAPI prints and the rights matrix walks through. */
export const contracts: Record<string, Record<string, Contract>> = {
  calls: {
    ...callContracts,
    ...callControlContracts,
    ...conversationContracts,
    ...journalContracts,
    ...supervisionContracts,
  },
  callScripts: callScriptContracts,
  appeals: appealContracts,
  assignments: assignmentContracts,
  complaints: complaintContracts,
  pay: payContracts,
  rounds: roundContracts,
  leads: leadContracts,
  letters: letterContracts,
  nextReactions: nextReactionContracts,
  reactions: reactionContracts,
  recordings: recordingContracts,
  reviews: reviewContracts,
  scoreCards: scoreCardContracts,
  search: searchContracts,
  attachments: attachmentContracts,
  backups: backupContracts,
  blockedNumbers: blockedNumberContracts,
  cardFields: cardFieldContracts,
  cities: cityContracts,
  counterparties: counterpartyContracts,
  counterpartyDuplicates: duplicateContracts,
  apiTokens: apiTokenContracts,
  departments: departmentContracts,
  employees: employeeContracts,
  documents: documentContracts,
  exports: exportContracts,
  folders: folderContracts,
  imports: importContracts,
  me: meContracts,
  numbers: numberContracts,
  personalData: personalDataContracts,
  erasures: erasureContracts,
  phone: phoneContracts,
  presence: presenceContracts,
  projects: projectContracts,
  reports: { ...reportContracts, ...reportSettingsContracts },
  wallboard: wallboardContracts,
  webhooks: webhookContracts,
  purchases: purchaseContracts,
  roles: roleContracts,
  settings: { ...settingsContracts, ...connectionContracts, ...retentionContracts },
  accessLog: accessLogContracts,
  auditLog: auditContracts,
};
