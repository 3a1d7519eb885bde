import { type FolderStep, isRequired, type WhatWasSold } from './step';

/** What is known of a folder when somebody is about to sign a step. */
export type FolderFacts = WhatWasSold & {
  isTaken: boolean;
  signed: ReadonlySet<FolderStep>;
  hasOpenDeviation: boolean;
  /** ON-2: some were missing, and the head has not given them yet. */
  lacksSignatures: boolean;
  hasCourierOrder: boolean;
  wasWelcomed: boolean;
  /** In a letter that the mail server took. */
  wereContactsSent: boolean;
  /** In a letter of which nobody knows yet whether it goes. */
  areContactsBeingSent: boolean;
  wereContactsPrinted: boolean;
  hasAddress: boolean;
  hasDeliveryDate: boolean;
  isKeyConfirmed: boolean;
  /** Acts that are not made yet: one of hand-over for each product, one of work when there are services. */
  missingActs: number;
};

export const stepProblems = [
  'notTaken',
  'notRequired',
  'alreadySigned',
  'openDeviation',
  'folderIncomplete',
  'signaturesMissing',
  'noCourierOrder',
  'notWelcomed',
  'contactsNotSent',
  'contactsBeingSent',
  'noDeliveryDate',
  'keyNotConfirmed',
  'actMissing',
] as const;
export type StepProblem = (typeof stepProblems)[number];

/** Why a step cannot be signed now; null when it can (ON-2). */
export function stepProblem(step: FolderStep, facts: FolderFacts): StepProblem | null {
  if (!isRequired(step, facts)) return 'notRequired';
  if (facts.signed.has(step)) return 'alreadySigned';
  if (!facts.isTaken) return 'notTaken';
  return problemOf[step]?.(facts) ?? null;
}

const problemOf: Partial<Record<FolderStep, (facts: FolderFacts) => StepProblem | null>> = {
  /** ON-3: what was reported as not to standard is settled first. */
  folderComplete: ({ hasOpenDeviation }) => (hasOpenDeviation ? 'openDeviation' : null),
  signatures: ({ signed, lacksSignatures }) => {
    if (!signed.has('folderComplete')) return 'folderIncomplete';
    return lacksSignatures ? 'signaturesMissing' : null;
  },
  courierCalled: ({ hasCourierOrder }) => (hasCourierOrder ? null : 'noCourierOrder'),
  /** ON-4 */
  clientCalled: ({ wasWelcomed }) => (wasWelcomed ? null : 'notWelcomed'),
  /** Contacts are printed for a client who has no address alone. */
  contactsSent: ({ wereContactsSent, areContactsBeingSent, wereContactsPrinted, hasAddress }) => {
    if (wereContactsSent || (wereContactsPrinted && !hasAddress)) return null;
    return areContactsBeingSent ? 'contactsBeingSent' : 'contactsNotSent';
  },
  /** ON-5 */
  deliveryReaction: ({ hasDeliveryDate }) => (hasDeliveryDate ? null : 'noDeliveryDate'),
  keyAndDisc: ({ isKeyConfirmed }) => (isKeyConfirmed ? null : 'keyNotConfirmed'),
  acts: ({ missingActs }) => (missingActs > 0 ? 'actMissing' : null),
};
