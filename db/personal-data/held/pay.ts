import type { HeldData } from './held';

export const heldInPay = {
  payRates: {
    id: 'key',
    employeeId: 'staff',
    validFrom: 'plain',
    salaryKopecks: 'staff',
    percentHundredths: 'staff',
    createdAt: 'plain',
    createdBy: 'staff',
  },
  payCorrections: {
    id: 'key',
    employeeId: 'staff',
    month: 'plain',
    amountKopecks: 'staff',
    reason: 'words',
    createdAt: 'plain',
    createdBy: 'staff',
  },
  payFreezes: {
    employeeId: 'staff',
    month: 'plain',
    statement: 'staff',
    frozenAt: 'plain',
    frozenBy: 'staff',
  },
  payFrozenPurchases: {
    employeeId: 'staff',
    month: 'plain',
    purchaseId: 'key',
    counterpartyId: 'key',
    contractNumber: 'value',
    paidOn: 'plain',
    sumKopecks: 'plain',
    why: 'plain',
  },
  payFrozenLetters: {
    employeeId: 'staff',
    month: 'plain',
    roundId: 'key',
    counterpartyId: 'key',
    receivedAt: 'plain',
    attachmentId: 'key',
  },
} satisfies Partial<HeldData>;
