import type { AgreedDue } from '@/lib/domain/call-scripts/conversation';
import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { ReactionType } from './reaction';

/** Who must act next. A head or director who is not appointed is stood in for by the department. */
export type Responsible =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | { kind: 'departmentById'; departmentId: string }
  | { kind: 'headOf'; departmentKind: DepartmentKind }
  | { kind: 'generalDirector' }
  | { kind: 'employee'; employeeId: string };

/** `minute`: the one-minute clock of IN-2; `atOnce`: due when it is written (SA-3); as agreed (OUT-3); `onDay`: at the end of that day, `YYYY-MM-DD` (ON-5); else epoch ms. */
export type NextReactionToWrite =
  | { responsible: Responsible; dueSetting: 'minute' | 'atOnce' | AgreedDue; topic?: string }
  | { responsible: Responsible; dueSetting: 'onDay'; day: string; topic?: string }
  | { responsible: Responsible; dueAt: number; topic?: string };

/** SA-3: a complaint goes at once to the head of the department whose work caused it and to the general director. */
export const complaintNextReactions = (causedBy: DepartmentKind) =>
  [
    { responsible: { kind: 'headOf', departmentKind: causedBy }, dueSetting: 'atOnce' },
    { responsible: { kind: 'generalDirector' }, dueSetting: 'atOnce' },
  ] as const satisfies NextReactionToWrite[];

/** One act, all or nothing (CARD): a card used, an appeal used, what happened, and who must act next. */
export type RecordsToWrite = {
  counterparty:
    | { use: 'existing'; id: string; complete: Partial<CardFields> }
    | { use: 'new'; fields: CardFields; status: CounterpartyStatus };
  appeal:
    | { use: 'existing'; id: string }
    | { use: 'new'; topic: string; type: string; project: { id: string } | null; note: string };
  reaction: { type: ReactionType; topic: string; note: string };
  nextReactions: readonly NextReactionToWrite[];
};

export type WrittenRecords = {
  counterpartyId: string;
  appealId: string;
  reactionId: string;
  nextReactionIds: string[];
  leadId: string | null;
  /** The one that stands on the board of complaints since (SA-3). */
  complaintId: string | null;
};
