import { appealsWork } from './appeals-work';
import { contractsWork } from './contracts-work';
import type { ImportWork, ImportWorks } from './import-work';
import { type PlannedCard, planCounterparties } from './plan-counterparties';
import { purchasesWork } from './purchases-work';
import { undoCounterparties } from './undo-counterparties';
import { writeCounterparties } from './write-counterparties';

const counterpartiesWork: ImportWork<PlannedCard> = {
  plan: planCounterparties,
  write: writeCounterparties,
  undo: undoCounterparties,
};

/** How each kind of file is imported. */
export const importWorks = {
  counterparties: counterpartiesWork,
  contracts: contractsWork,
  purchases: purchasesWork,
  appeals: appealsWork,
} as unknown as ImportWorks;
