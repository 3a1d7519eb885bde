import type { AppealRow } from './chronicle';
import type { DemoCounterparty } from './counterparties';

/** How many past calls of each kind the demo company remembers. */
export const callKinds = {
  commercialNew: 28,
  commercialKnown: 18,
  commercialReturned: 6,
  supportClient: 34,
  supportNeither: 5,
  salesManager: 9,
  employee: 6,
  cooperation: 5,
  unclear: 4,
  complaint: 4,
  noBusiness: 8,
  hungUpUnfinished: 4,
  hungUpFinished: 3,
  discarded: 2,
  missed: 9,
  abandoned: 5,
} as const;

export type CallKind = keyof typeof callKinds;

/** A past call before it is told: when, of which kind, and from whom. */
export type PlannedCall = {
  kind: CallKind | 'continued';
  arrivedAt: number;
  counterparty: DemoCounterparty;
  /** IN-8: the open appeal that the call is about. */
  appeal?: AppealRow;
};
