import { findCallFact, insertCallFact } from '@/db/call-facts';
import { type CallRow, getCallForUpdate } from '@/db/calls';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import type { RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { Context, Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { wordsOfLine } from './words-of-line';

export type CallerLeft = {
  dedupeKey: string;
  callId: string | null;
  callSid: string;
  render: RenderAnswer;
};

/**
 * The caller is out of the room: gone, or about to be when the room could not be kept; one nobody has spoken to hears
 * words. Returns the rendered answer, the same when the line repeats itself.
 */
export async function callerLeft(context: Context, left: CallerLeft): Promise<string> {
  return context.tx(async (tx) => {
    const { dedupeKey, callId, callSid, render } = left;
    const now = context.now();
    const call = callId ? await getCallForUpdate(tx, callId) : null;
    const earlier = await findCallFact(tx, dedupeKey);
    if (earlier) return earlier.answer ?? render({ kind: 'hangUp' });
    const answer =
      call && isUnheard(call)
        ? render({ kind: 'apology', words: await apologyTo(tx, call) })
        : render({ kind: 'hangUp' });
    if (call) {
      const told = { dedupeKey, callSid, sequenceNumber: null, at: now, answer };
      await advanceCall(tx, context, call, { type: 'caller.left' }, told);
      return answer;
    }
    await insertCallFact(tx, {
      dedupeKey,
      callSid,
      kind: 'caller.left',
      event: { type: 'caller.left' },
      occurredAt: now,
      receivedAt: now,
      effect: 'unknownCall',
      answer,
    });
    return answer;
  });
}

async function apologyTo(tx: Tx, { calledNumber, callerKind }: CallRow): Promise<string> {
  const { apology, apologyWithheld } = await wordsOfLine(tx, calledNumber);
  return canBeCalledBack(callerKind) ? apology : apologyWithheld;
}

/** Nobody spoke to the caller, neither a person nor our words; the room may have told of the end before. */
const isUnheard = ({ endedAt, endedBy, answeredAt }: CallRow) =>
  answeredAt === null && (endedAt === null || endedBy === 'caller');
