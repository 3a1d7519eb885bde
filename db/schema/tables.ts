import { defineAttachments } from './attachments';
import { defineAudit } from './audit';
import { defineCalls } from './calls';
import { defineComplaints } from './complaints';
import { defineCounterparties } from './counterparties';
import { defineEmployees } from './employees';
import { defineErasures } from './erasures';
import { defineFolders } from './folders';
import { defineImports } from './imports';
import { type Kit, postgresKit, sqliteKit } from './kit';
import { defineLetters } from './letters';
import { definePay } from './pay';
import { definePurchases } from './purchases';
import { defineReactions } from './reactions';
import { defineReports } from './reports';
import { defineRounds } from './rounds';
import { defineScoreCards } from './score-cards';
import { defineSettings } from './settings';
import { defineWebhooks } from './webhooks';

function define(k: Kit) {
  return {
    ...defineEmployees(k),
    ...defineSettings(k),
    ...defineAudit(k),
    ...defineCounterparties(k),
    ...defineImports(k),
    ...definePurchases(k),
    ...defineFolders(k),
    ...defineAttachments(k),
    ...defineReactions(k),
    ...defineLetters(k),
    ...defineCalls(k),
    ...defineReports(k),
    ...defineScoreCards(k),
    ...defineRounds(k),
    ...defineComplaints(k),
    ...definePay(k),
    ...defineWebhooks(k),
    ...defineErasures(k),
  };
}

export const sqliteTables = define(sqliteKit);
export const postgresTables = define(postgresKit) as typeof sqliteTables;
/** Every table, once for both databases. */
export type Tables = typeof sqliteTables;
