import type { HeldData } from './held';

export const heldInLetters = {
  letters: {
    id: 'key',
    counterpartyId: 'key',
    appealId: 'key',
    reactionId: 'key',
    employeeId: 'staff',
    departmentId: 'key',
    to: 'words',
    subject: 'words',
    text: 'words',
    attachmentIds: 'key',
    createdAt: 'plain',
    state: 'plain',
    attempts: 'plain',
    nextAttemptAt: 'plain',
    startedAt: 'plain',
    sentAt: 'plain',
    problem: 'words',
  },
} satisfies Partial<HeldData>;
