import { importAppeals } from './import-appeals';
import { importContracts } from './import-contracts';
import { importPurchases } from './import-purchases';
import type { ImportWork, ImportWorks } from './import-work';
import { type PlannedCard, planCounterparties } from './plan-counterparties';
import { undoCounterparties } from './undo-counterparties';
import { writeCounterparties } from './write-counterparties';

const importCounterparties: ImportWork<PlannedCard> = {
  plan: planCounterparties,
  write: writeCounterparties,
  undo: undoCounterparties,
};

/** How each kind of file is imported. */
export const importWorks = {
  counterparties: importCounterparties,
  contracts: importContracts,
  purchases: importPurchases,
  appeals: importAppeals,
} as unknown as ImportWorks;
