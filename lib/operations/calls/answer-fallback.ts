import { findCallFact, insertCallFact } from '@/db/call-facts';
import { getCallBySidForUpdate } from '@/db/calls';
import type { Context } from '@/lib/operations/context';
import { announcementOf } from './announcement-of';
import { type InboundCall, takeIn } from './receive-inbound-call';

/**
 * The line could not carry out another answer of ours and asks here. A call not known yet is taken in as if it had just
 * arrived; one that is still open goes back to its room; one that is over ends. The same trouble told again is answered with
 * the same bytes.
 */
export async function answerFallback(
  context: Context,
  { problem, ...input }: InboundCall & { problem: { code: string; url: string } },
): Promise<string> {
  const { callSid } = input.arrival;
  return context.tx(async (tx) => {
    const call = await getCallBySidForUpdate(tx, callSid);
    const dedupeKey = [callSid, 'fallback', problem.code, problem.url].join(':');
    const earlier = await findCallFact(tx, dedupeKey);
    if (earlier?.answer) return earlier.answer;
    const answer = call
      ? input.render(
          call.endedAt === null
            ? { kind: 'room', callId: call.id, announcement: await announcementOf(tx, call.calledNumber) }
            : { kind: 'hangUp' },
        )
      : await takeIn(tx, context, input);
    const now = context.now();
    await insertCallFact(tx, {
      dedupeKey,
      callId: call?.id ?? null,
      callSid,
      kind: 'call.fellBack',
      event: { type: 'call.fellBack', ...problem },
      occurredAt: now,
      receivedAt: now,
      effect: 'ignored',
      answer,
    });
    return answer;
  });
}
