import type { HeldData } from './held';

export const heldInAttachments = {
  attachments: {
    id: 'key',
    counterpartyId: 'key',
    appealId: 'key',
    name: 'value',
    mediaType: 'plain',
    byteLength: 'plain',
    sha256: 'plain',
    createdAt: 'plain',
    createdBy: 'staff',
    removedAt: 'plain',
    removedBy: 'staff',
    expiredAt: 'plain',
    fileDeletedAt: 'plain',
    version: 'plain',
  },
} satisfies Partial<HeldData>;
