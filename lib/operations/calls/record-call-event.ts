import { insertCallFact } from '@/db/call-facts';
import { type CallRow, getCallBySidForUpdate, getCallForUpdate, updateCall } from '@/db/calls';
import { type CallFact, isHappening } from '@/lib/domain/calls/call-event';
import type { Context, Tx } from '@/lib/operations/context';
import { type Advance, advanceCall } from './advance-call';
import { asHeard } from './as-heard';
import { type InboundCall, takeIn } from './receive-inbound-call';

/**
 * A fact the phone provider told, in whatever order and however often. A call we do not know is kept as a fact alone; but
 * when what is told is the end of a call that never reached us, `unannounced` says who called, and it is a call that
 * nobody answered.
 */
export async function recordCallEvent(
  context: Context,
  fact: CallFact,
  unannounced: InboundCall | null = null,
): Promise<Advance | 'unknownCall'> {
  return context.tx(async (tx) => {
    const call = await callOf(tx, fact);
    if (!call) {
      const isNew = await keep(tx, context, fact, null);
      if (!isNew) return 'repeated';
      if (!unannounced || fact.event.type !== 'call.completed') return 'unknownCall';
      await takeIn(tx, context, unannounced);
      return 'applied';
    }
    if (!isHappening(fact.event)) {
      if (!(await keep(tx, context, fact, call))) return 'repeated';
      await updateCall(tx, call.id, { lastEventAt: context.now() });
      return 'ignored';
    }
    const { dedupeKey, callSid, sequenceNumber, occurredAt } = fact;
    const happening = await asHeard(tx, call, fact.event);
    return advanceCall(tx, context, call, happening, { dedupeKey, callSid, sequenceNumber, at: occurredAt });
  });
}

async function callOf(tx: Tx, fact: CallFact): Promise<CallRow | null> {
  if (fact.callId) return getCallForUpdate(tx, fact.callId);
  return fact.callSid ? getCallBySidForUpdate(tx, fact.callSid) : null;
}

async function keep(tx: Tx, context: Context, fact: CallFact, call: CallRow | null): Promise<boolean> {
  return insertCallFact(tx, {
    dedupeKey: fact.dedupeKey,
    callId: call?.id ?? null,
    callSid: fact.callSid,
    kind: fact.event.type,
    event: fact.event,
    sequenceNumber: fact.sequenceNumber,
    occurredAt: fact.occurredAt,
    receivedAt: context.now(),
    effect: call ? 'ignored' : 'unknownCall',
  });
}
