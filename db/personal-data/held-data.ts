import { heldInAttachments } from './held/attachments';
import { heldInAudit } from './held/audit';
import { heldInCalls } from './held/calls';
import { heldInComplaints } from './held/complaints';
import { heldInCounterparties } from './held/counterparties';
import { heldInEmployees } from './held/employees';
import { heldInErasures } from './held/erasures';
import { heldInFolders } from './held/folders';
import type { HeldData } from './held/held';
import { heldInImports } from './held/imports';
import { heldInLetters } from './held/letters';
import { heldInPay } from './held/pay';
import { heldInPurchases } from './held/purchases';
import { heldInReactions } from './held/reactions';
import { heldInReports } from './held/reports';
import { heldInRounds } from './held/rounds';
import { heldInScoreCards } from './held/score-cards';
import { heldInSettings } from './held/settings';
import { heldInWebhooks } from './held/webhooks';

/** What every column of every table holds, a file for each of the schema. A new column is classified there before it is written to. */
export const heldData: HeldData = {
  ...heldInEmployees,
  ...heldInSettings,
  ...heldInCounterparties,
  ...heldInImports,
  ...heldInFolders,
  ...heldInPurchases,
  ...heldInAttachments,
  ...heldInReactions,
  ...heldInLetters,
  ...heldInCalls,
  ...heldInReports,
  ...heldInErasures,
  ...heldInScoreCards,
  ...heldInRounds,
  ...heldInComplaints,
  ...heldInPay,
  ...heldInWebhooks,
  ...heldInAudit,
};
