import type { CallDirection } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import { defaultCategory } from '@/lib/domain/counterparties/counterparty';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { noteSeparator } from '@/lib/domain/reactions/record-limits';
import { complaintNextReactions } from '@/lib/domain/reactions/records';
import type { AgreedDue, Conversation } from './conversation';
import { completedFields, type Project, type SpokenCard, topicInUse } from './draft';
import { responsibleDepartment } from './route';

/** Who acts next, before it is looked up who that is now. */
export type PlannedResponsible =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | { kind: 'headOf'; departmentKind: DepartmentKind }
  | { kind: 'generalDirector' }
  /** Who led the conversation. */
  | { kind: 'manager' };

/** `minute`: the one-minute clock of the route (IN-2, IN-11); `atOnce`: due when it is written (SA-3); `onDay`: at the end of a named day (ON-5); else as agreed (OUT-3). */
export type DueSetting = 'minute' | 'atOnce' | 'onDay' | AgreedDue;
export type PlannedNextReaction = {
  responsible: PlannedResponsible;
  dueSetting: DueSetting;
  /** Of `onDay`: `YYYY-MM-DD`. */
  day?: string;
};

/** One act, all or nothing: the records that a finished route writes. */
export type RecordsPlan = {
  counterparty:
    | { use: 'existing'; id: string; complete: Partial<SpokenCard> }
    | { use: 'new'; fields: SpokenCard; status: 'prospect' };
  appeal:
    | { use: 'existing'; id: string }
    | { use: 'new'; topic: string; type: string; project: Project | null; note: string };
  reaction: { type: 'incomingCall' | 'outgoingCall' | 'complaint'; topic: string; note: string };
  nextReactions: PlannedNextReaction[];
};

/** What the route writes; null for the routes without a record (IN-3, IN-9 a and c). Call it when the route is ready. */
export function recordsPlan(conversation: Conversation, { route }: { route: CallRoute }): RecordsPlan | null {
  if (withoutRecords.has(route)) return null;
  const { draft } = conversation;
  return {
    counterparty: draft.chosenCounterparty
      ? {
          use: 'existing',
          id: draft.chosenCounterparty.id,
          complete: completedFields(draft),
        }
      : {
          use: 'new',
          fields: trimmed({ ...draft.card, category: draft.card.category.trim() || defaultCategory }),
          status: 'prospect',
        },
    appeal: draft.chosenAppeal
      ? { use: 'existing', id: draft.chosenAppeal.id }
      : { use: 'new', ...draft.appeal, topic: draft.appeal.topic.trim() },
    reaction: {
      type: reactionTypeOf(route),
      topic: topicInUse(draft).trim(),
      note: reactionNote(conversation, route),
    },
    nextReactions: nextReactions(conversation, route),
  };
}

export const withoutRecords: ReadonlySet<CallRoute> = new Set([
  'salesManager',
  'employee',
  'noBusiness',
  'nothingAgreed',
  'satisfied',
  'roundRefused',
  'roundPostponed',
]);

/** The routes of calls we place that leave a record. */
const placedRoutes: ReadonlySet<CallRoute> = new Set(['agreed', 'welcomed', 'welcomedWithoutParcel']);

/** As what the act of a route stands in the records; before there is a route, by who called whom. */
export function reactionTypeOf(
  route: CallRoute | null,
  direction: CallDirection = 'inbound',
): RecordsPlan['reaction']['type'] {
  if (route === 'complaint') return 'complaint';
  const isPlaced = route === null ? direction === 'outbound' : placedRoutes.has(route);
  return isPlaced ? 'outgoingCall' : 'incomingCall';
}

function nextReactions(conversation: Conversation, route: CallRoute): PlannedNextReaction[] {
  const concerned = conversation.draft.complaint.departmentKind;
  if (route === 'complaint') return complaintNextReactions(concerned!);
  if (route === 'welcomed') {
    return [{ responsible: { kind: 'manager' }, dueSetting: 'onDay', day: conversation.draft.deliveryOn! }];
  }
  if (route === 'agreed' || route === 'welcomedWithoutParcel') {
    return [{ responsible: { kind: 'manager' }, dueSetting: conversation.agreedDue! }];
  }
  const departmentKind = responsibleDepartment(conversation)!;
  return [{ responsible: { kind: 'department', departmentKind }, dueSetting: 'minute' }];
}

function reactionNote({ draft, confirmAsClient }: Conversation, route: CallRoute): string {
  return [
    route === 'complaint' ? draft.complaint.text.trim() : '',
    route === 'support' && confirmAsClient ? 'Менеджменту: подтвердить, что это клиент.' : '',
    draft.note.trim(),
  ]
    .filter(Boolean)
    .join(noteSeparator);
}

function trimmed(fields: SpokenCard): SpokenCard {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [field, text.trim()]),
  ) as SpokenCard;
}
