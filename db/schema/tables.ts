import { defineAttachments } from './attachments';
import { defineCalls } from './calls';
import { defineCounterparties } from './counterparties';
import { defineEmployees } from './employees';
import { defineImports } from './imports';
import { type Kit, postgresKit, sqliteKit } from './kit';
import { defineLetters } from './letters';
import { definePurchases } from './purchases';
import { defineReactions } from './reactions';
import { defineReports } from './reports';
import { defineSettings } from './settings';

function define(k: Kit) {
  return {
    ...defineEmployees(k),
    ...defineSettings(k),
    ...defineCounterparties(k),
    ...defineImports(k),
    ...definePurchases(k),
    ...defineAttachments(k),
    ...defineReactions(k),
    ...defineLetters(k),
    ...defineCalls(k),
    ...defineReports(k),
  };
}

export const sqliteTables = define(sqliteKit);
export const postgresTables = define(postgresKit) as typeof sqliteTables;
/** Every table, once for both databases. */
export type Tables = typeof sqliteTables;
