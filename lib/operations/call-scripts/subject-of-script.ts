import type { CallRow } from '@/db/calls';
import type { Conversation, Subject } from '@/lib/domain/call-scripts/conversation';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { Context, Tx } from '@/lib/operations/context';

/** A talk that came out on a route. */
export type SettledTalk = { call: CallRow; employeeId: string; route: CallRoute; conversation: Conversation };

/** A talk as far as it has gone. */
export type HeardTalk = { call: CallRow; conversation: Conversation };
/** A call in which nobody was talked to, or not to the end. */
export type MissedTalk = { call: CallRow; employeeId: string; outcome: 'noAnswer' | 'busy' | 'brokenOff' };

/** What the calls of one call script are about. */
export type SubjectOfScript = {
  /** The card that is called about it. @throws Refusal when the person may not call about it, or nobody may now */
  cardOf(tx: Tx, context: Context, subjectId: string): Promise<string>;
  /** What the talk begins with; `appealId` is the open appeal it stands on. Null when the subject is gone. */
  startOf(
    tx: Tx,
    context: Context,
    subjectId: string,
  ): Promise<{ subject: Subject; appealId: string | null } | null>;
  /** Before a route's records are written. @throws Refusal when what they say of the subject is written already */
  refuseRecords?(tx: Tx, subjectId: string, route: CallRoute): Promise<void>;
  /** What a route that was settled does to the subject, in the same transaction, after the route's records. */
  settle(tx: Tx, context: Context, subjectId: string, talk: SettledTalk): Promise<void>;
  /** What was said so far, after each answer of the talk. */
  hear?(tx: Tx, context: Context, subjectId: string, talk: HeardTalk): Promise<void>;
  /** The call came to nothing: nobody answered, or it broke off and was given up. */
  missed?(tx: Tx, context: Context, subjectId: string, call: MissedTalk): Promise<void>;
};
