import type { PaidPurchase, PayFigures } from './pay';

/** What a month of a person's pay came to, as it is kept when it is frozen; its purchases and letters are kept beside it. */
export type PayStatement = { figures: PayFigures; rateFrom: string | null; correctionIds: string[] };

/** `paidBefore`: it stands in a month that was frozen already, whoever's. */
export const whysUncounted = ['noLetter', 'openComplaint', 'paidBefore'] as const;
export type WhyUncounted = (typeof whysUncounted)[number];

/** A purchase as a month's pay names it. */
export type PayPurchase = PaidPurchase & { contractNumber: string; paidOn: string };

export type UncountedPurchase = PayPurchase & { why: WhyUncounted };

/** A letter of recommendation by which a client counts. */
export type PayLetter = {
  roundId: string;
  counterpartyId: string;
  receivedAt: number;
  attachmentId: string | null;
};
