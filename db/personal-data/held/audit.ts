import type { HeldData } from './held';

export const heldInAudit = {
  auditLog: {
    sequence: 'plain',
    at: 'plain',
    kind: 'plain',
    employeeId: 'staff',
    via: 'plain',
    operation: 'plain',
    subject: 'plain',
    subjectId: 'key',
    counterpartyId: 'key',
    details: 'plain',
    digests: 'plain',
    previousHash: 'plain',
    hash: 'plain',
  },
  auditCuts: { sequence: 'plain', hash: 'plain', at: 'plain', employeeId: 'staff', seal: 'plain' },
  auditChecks: {
    id: 'key',
    at: 'plain',
    employeeId: 'staff',
    entryCount: 'plain',
    headSequence: 'plain',
    headHash: 'plain',
    badSequence: 'plain',
    problem: 'plain',
  },
} satisfies Partial<HeldData>;
