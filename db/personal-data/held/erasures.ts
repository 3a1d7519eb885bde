import type { HeldData } from './held';

export const heldInErasures = {
  erasures: {
    id: 'key',
    number: 'plain',
    state: 'plain',
    kind: 'plain',
    subjectId: 'key',
    requestNumber: 'words',
    requestedOn: 'plain',
    legalBasis: 'words',
    reason: 'words',
    digest: 'plain',
    createdAt: 'plain',
    createdBy: 'staff',
    work: 'plain',
    step: 'plain',
    place: 'plain',
    counts: 'plain',
    hurriedAt: 'plain',
    finishedAt: 'plain',
    failedAt: 'plain',
  },
  erasureEntries: {
    id: 'plain',
    erasureId: 'key',
    at: 'plain',
    what: 'plain',
    kind: 'plain',
    count: 'plain',
  },
} satisfies Partial<HeldData>;
