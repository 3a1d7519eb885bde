import type { HeldData } from './held';

export const heldInPurchases = {
  purchases: {
    id: 'key',
    counterpartyId: 'key',
    contractNumber: 'value',
    projectId: 'key',
    sumKopecks: 'plain',
    boughtOn: 'plain',
    paidOn: 'plain',
    note: 'words',
    happenedAt: 'plain',
    madeClient: 'plain',
    createdAt: 'plain',
    createdBy: 'staff',
    removedAt: 'plain',
    removedBy: 'staff',
    version: 'plain',
  },
} satisfies Partial<HeldData>;
