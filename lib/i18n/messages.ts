import type { formatsOf } from './formats';
import type { Locale } from './locale';
import enAccessLog from './messages/en/accessLog.json';
import enAppeals from './messages/en/appeals.json';
import enAttachments from './messages/en/attachments.json';
import enAuth from './messages/en/auth.json';
import enCallScriptPage from './messages/en/callScriptPage.json';
import enCallScripts from './messages/en/callScripts.json';
import enCalls from './messages/en/calls.json';
import enCardFields from './messages/en/cardFields.json';
import enCities from './messages/en/cities.json';
import enCommon from './messages/en/common.json';
import enConnection from './messages/en/connection.json';
import enCounterparties from './messages/en/counterparties.json';
import enDepartments from './messages/en/departments.json';
import enDesk from './messages/en/desk.json';
import enDuplicates from './messages/en/duplicates.json';
import enEmployees from './messages/en/employees.json';
import enErrors from './messages/en/errors.json';
import enExports from './messages/en/exports.json';
import enHotkeys from './messages/en/hotkeys.json';
import enImport from './messages/en/import.json';
import enLeads from './messages/en/leads.json';
import enLetters from './messages/en/letters.json';
import enMissed from './messages/en/missed.json';
import enPhone from './messages/en/phone.json';
import enPresence from './messages/en/presence.json';
import enProjects from './messages/en/projects.json';
import enPurchases from './messages/en/purchases.json';
import enReactions from './messages/en/reactions.json';
import enRecordings from './messages/en/recordings.json';
import enReports from './messages/en/reports.json';
import enReviews from './messages/en/reviews.json';
import enSettings from './messages/en/settings.json';
import enShell from './messages/en/shell.json';
import enSupervision from './messages/en/supervision.json';
import enUnfinished from './messages/en/unfinished.json';
import enWallboard from './messages/en/wallboard.json';
import ruAccessLog from './messages/ru/accessLog.json';
import ruAppeals from './messages/ru/appeals.json';
import ruAttachments from './messages/ru/attachments.json';
import ruAuth from './messages/ru/auth.json';
import ruCallScriptPage from './messages/ru/callScriptPage.json';
import ruCallScripts from './messages/ru/callScripts.json';
import ruCalls from './messages/ru/calls.json';
import ruCardFields from './messages/ru/cardFields.json';
import ruCities from './messages/ru/cities.json';
import ruCommon from './messages/ru/common.json';
import ruConnection from './messages/ru/connection.json';
import ruCounterparties from './messages/ru/counterparties.json';
import ruDepartments from './messages/ru/departments.json';
import ruDesk from './messages/ru/desk.json';
import ruDuplicates from './messages/ru/duplicates.json';
import ruEmployees from './messages/ru/employees.json';
import ruErrors from './messages/ru/errors.json';
import ruExports from './messages/ru/exports.json';
import ruHotkeys from './messages/ru/hotkeys.json';
import ruImport from './messages/ru/import.json';
import ruLeads from './messages/ru/leads.json';
import ruLetters from './messages/ru/letters.json';
import ruMissed from './messages/ru/missed.json';
import ruPhone from './messages/ru/phone.json';
import ruPresence from './messages/ru/presence.json';
import ruProjects from './messages/ru/projects.json';
import ruPurchases from './messages/ru/purchases.json';
import ruReactions from './messages/ru/reactions.json';
import ruRecordings from './messages/ru/recordings.json';
import ruReports from './messages/ru/reports.json';
import ruReviews from './messages/ru/reviews.json';
import ruSettings from './messages/ru/settings.json';
import ruShell from './messages/ru/shell.json';
import ruSupervision from './messages/ru/supervision.json';
import ruUnfinished from './messages/ru/unfinished.json';
import ruWallboard from './messages/ru/wallboard.json';

const ru = {
  accessLog: ruAccessLog,
  appeals: ruAppeals,
  attachments: ruAttachments,
  auth: ruAuth,
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
  duplicates: ruDuplicates,
  employees: ruEmployees,
  errors: ruErrors,
  exports: ruExports,
  hotkeys: ruHotkeys,
  import: ruImport,
  leads: ruLeads,
  phone: ruPhone,
  letters: ruLetters,
  missed: ruMissed,
  presence: ruPresence,
  projects: ruProjects,
  reactions: ruReactions,
  recordings: ruRecordings,
  reports: ruReports,
  reviews: ruReviews,
  settings: ruSettings,
  shell: ruShell,
  supervision: ruSupervision,
  unfinished: ruUnfinished,
  wallboard: ruWallboard,
};

export type Messages = typeof ru;

const en: Messages = {
  accessLog: enAccessLog,
  appeals: enAppeals,
  attachments: enAttachments,
  auth: enAuth,
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
  duplicates: enDuplicates,
  employees: enEmployees,
  errors: enErrors,
  exports: enExports,
  hotkeys: enHotkeys,
  import: enImport,
  leads: enLeads,
  phone: enPhone,
  letters: enLetters,
  missed: enMissed,
  presence: enPresence,
  projects: enProjects,
  reactions: enReactions,
  recordings: enRecordings,
  reports: enReports,
  reviews: enReviews,
  settings: enSettings,
  shell: enShell,
  supervision: enSupervision,
  unfinished: enUnfinished,
  wallboard: enWallboard,
};

export const MESSAGES: Record<Locale, Messages> = { ru, en };

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
    Formats: ReturnType<typeof formatsOf>;
  }
}
