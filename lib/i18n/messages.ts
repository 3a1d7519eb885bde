import type { formatsOf } from './formats';
import type { Locale } from './locale';
import enAccessLog from './messages/en/accessLog.json';
import enApiTokens from './messages/en/apiTokens.json';
import enAppeals from './messages/en/appeals.json';
import enAssignments from './messages/en/assignments.json';
import enAttachments from './messages/en/attachments.json';
import enAudit from './messages/en/audit.json';
import enAuth from './messages/en/auth.json';
import enBackups from './messages/en/backups.json';
import enCallScriptPage from './messages/en/callScriptPage.json';
import enCallScripts from './messages/en/callScripts.json';
import enCalls from './messages/en/calls.json';
import enCardFields from './messages/en/cardFields.json';
import enCities from './messages/en/cities.json';
import enCommon from './messages/en/common.json';
import enComplaints from './messages/en/complaints.json';
import enConnection from './messages/en/connection.json';
import enCounterparties from './messages/en/counterparties.json';
import enDepartments from './messages/en/departments.json';
import enDesk from './messages/en/desk.json';
import enDocuments from './messages/en/documents.json';
import enDuplicates from './messages/en/duplicates.json';
import enEmployees from './messages/en/employees.json';
import enErrors from './messages/en/errors.json';
import enExports from './messages/en/exports.json';
import enFolders from './messages/en/folders.json';
import enHotkeys from './messages/en/hotkeys.json';
import enImport from './messages/en/import.json';
import enLeads from './messages/en/leads.json';
import enLetters from './messages/en/letters.json';
import enMissed from './messages/en/missed.json';
import enPay from './messages/en/pay.json';
import enPersonalData from './messages/en/personalData.json';
import enPhone from './messages/en/phone.json';
import enPresence from './messages/en/presence.json';
import enProjects from './messages/en/projects.json';
import enPurchases from './messages/en/purchases.json';
import enReactions from './messages/en/reactions.json';
import enRecordings from './messages/en/recordings.json';
import enReports from './messages/en/reports.json';
import enRetention from './messages/en/retention.json';
import enReviews from './messages/en/reviews.json';
import enRoles from './messages/en/roles.json';
import enRounds from './messages/en/rounds.json';
import enSaves from './messages/en/saves.json';
import enScoreCards from './messages/en/scoreCards.json';
import enSettings from './messages/en/settings.json';
import enShell from './messages/en/shell.json';
import enSupervision from './messages/en/supervision.json';
import enUnfinished from './messages/en/unfinished.json';
import enWallboard from './messages/en/wallboard.json';
import enWebhooks from './messages/en/webhooks.json';
import ruAccessLog from './messages/ru/accessLog.json';
import ruApiTokens from './messages/ru/apiTokens.json';
import ruAppeals from './messages/ru/appeals.json';
import ruAssignments from './messages/ru/assignments.json';
import ruAttachments from './messages/ru/attachments.json';
import ruAudit from './messages/ru/audit.json';
import ruAuth from './messages/ru/auth.json';
import ruBackups from './messages/ru/backups.json';
import ruCallScriptPage from './messages/ru/callScriptPage.json';
import ruCallScripts from './messages/ru/callScripts.json';
import ruCalls from './messages/ru/calls.json';
import ruCardFields from './messages/ru/cardFields.json';
import ruCities from './messages/ru/cities.json';
import ruCommon from './messages/ru/common.json';
import ruComplaints from './messages/ru/complaints.json';
import ruConnection from './messages/ru/connection.json';
import ruCounterparties from './messages/ru/counterparties.json';
import ruDepartments from './messages/ru/departments.json';
import ruDesk from './messages/ru/desk.json';
import ruDocuments from './messages/ru/documents.json';
import ruDuplicates from './messages/ru/duplicates.json';
import ruEmployees from './messages/ru/employees.json';
import ruErrors from './messages/ru/errors.json';
import ruExports from './messages/ru/exports.json';
import ruFolders from './messages/ru/folders.json';
import ruHotkeys from './messages/ru/hotkeys.json';
import ruImport from './messages/ru/import.json';
import ruLeads from './messages/ru/leads.json';
import ruLetters from './messages/ru/letters.json';
import ruMissed from './messages/ru/missed.json';
import ruPay from './messages/ru/pay.json';
import ruPersonalData from './messages/ru/personalData.json';
import ruPhone from './messages/ru/phone.json';
import ruPresence from './messages/ru/presence.json';
import ruProjects from './messages/ru/projects.json';
import ruPurchases from './messages/ru/purchases.json';
import ruReactions from './messages/ru/reactions.json';
import ruRecordings from './messages/ru/recordings.json';
import ruReports from './messages/ru/reports.json';
import ruRetention from './messages/ru/retention.json';
import ruReviews from './messages/ru/reviews.json';
import ruRoles from './messages/ru/roles.json';
import ruRounds from './messages/ru/rounds.json';
import ruSaves from './messages/ru/saves.json';
import ruScoreCards from './messages/ru/scoreCards.json';
import ruSettings from './messages/ru/settings.json';
import ruShell from './messages/ru/shell.json';
import ruSupervision from './messages/ru/supervision.json';
import ruUnfinished from './messages/ru/unfinished.json';
import ruWallboard from './messages/ru/wallboard.json';
import ruWebhooks from './messages/ru/webhooks.json';

const ru = {
  accessLog: ruAccessLog,
  apiTokens: ruApiTokens,
  appeals: ruAppeals,
  attachments: ruAttachments,
  audit: ruAudit,
  auth: ruAuth,
  backups: ruBackups,
  callScriptPage: ruCallScriptPage,
  callScripts: ruCallScripts,
  calls: ruCalls,
  cardFields: ruCardFields,
  cities: ruCities,
  common: ruCommon,
  connection: ruConnection,
  counterparties: ruCounterparties,
  purchases: ruPurchases,
  departments: ruDepartments,
  desk: ruDesk,
  documents: ruDocuments,
  duplicates: ruDuplicates,
  employees: ruEmployees,
  errors: ruErrors,
  exports: ruExports,
  folders: ruFolders,
  hotkeys: ruHotkeys,
  import: ruImport,
  leads: ruLeads,
  personalData: ruPersonalData,
  phone: ruPhone,
  letters: ruLetters,
  missed: ruMissed,
  assignments: ruAssignments,
  complaints: ruComplaints,
  pay: ruPay,
  rounds: ruRounds,
  presence: ruPresence,
  projects: ruProjects,
  reactions: ruReactions,
  recordings: ruRecordings,
  reports: ruReports,
  retention: ruRetention,
  reviews: ruReviews,
  scoreCards: ruScoreCards,
  roles: ruRoles,
  saves: ruSaves,
  settings: ruSettings,
  shell: ruShell,
  supervision: ruSupervision,
  unfinished: ruUnfinished,
  wallboard: ruWallboard,
  webhooks: ruWebhooks,
};

export type Messages = typeof ru;

const en: Messages = {
  accessLog: enAccessLog,
  apiTokens: enApiTokens,
  appeals: enAppeals,
  attachments: enAttachments,
  audit: enAudit,
  auth: enAuth,
  backups: enBackups,
  callScriptPage: enCallScriptPage,
  callScripts: enCallScripts,
  calls: enCalls,
  cardFields: enCardFields,
  cities: enCities,
  common: enCommon,
  connection: enConnection,
  counterparties: enCounterparties,
  purchases: enPurchases,
  departments: enDepartments,
  desk: enDesk,
  documents: enDocuments,
  duplicates: enDuplicates,
  employees: enEmployees,
  errors: enErrors,
  exports: enExports,
  folders: enFolders,
  hotkeys: enHotkeys,
  import: enImport,
  leads: enLeads,
  personalData: enPersonalData,
  phone: enPhone,
  letters: enLetters,
  missed: enMissed,
  assignments: enAssignments,
  complaints: enComplaints,
  pay: enPay,
  rounds: enRounds,
  presence: enPresence,
  projects: enProjects,
  reactions: enReactions,
  recordings: enRecordings,
  reports: enReports,
  retention: enRetention,
  reviews: enReviews,
  scoreCards: enScoreCards,
  roles: enRoles,
  saves: enSaves,
  settings: enSettings,
  shell: enShell,
  supervision: enSupervision,
  unfinished: enUnfinished,
  wallboard: enWallboard,
  webhooks: enWebhooks,
};

export const MESSAGES: Record<Locale, Messages> = { ru, en };

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
    Formats: ReturnType<typeof formatsOf>;
  }
}
