import type { PayFigures } from './pay';

/** What a month of a person's pay came to, with the ids of what it was reckoned from, as it is kept when it is frozen. */
export type PayStatement = {
  figures: PayFigures;
  rateFrom: string | null;
  purchaseIds: string[];
  /** The rounds whose letters count, one a client. */
  letterRoundIds: string[];
  correctionIds: string[];
};
