import { insertCallFact } from '@/db/call-facts';
import { insertCall } from '@/db/calls';
import { listCompanyNumbers } from '@/db/company-numbers';
import { findLastInboundArrival, listKnownCallSids } from '@/db/silent-calls';
import { minuteMs } from '@/lib/domain/duration';
import type { ReceivedCall, Telephony } from '@/lib/domain/telephony';
import type { Context, Tx } from '@/lib/operations/context';
import { requireClientDepartment } from '@/lib/operations/departments/client-department';
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { admit } from './admit';
import { advanceCall } from './advance-call';
import { beginInbound, callerNumberOf } from './begin-inbound';
import { carryOut } from './carry-out';
import { inboundKey } from './receive-inbound-call';
import { tellCall } from './tell-call';

/** So long before the last look calls may have begun that were not over then, or were told late. */
export const unheardOverlapMs = 10 * minuteMs;
/** A call that has just ended may still be told by the line itself. */
const settledAfterMs = minuteMs;
const mostAtOnce = 5000;

/** From when on calls may have come unheard (epoch ms): some minutes before the last one that was heard of; null before any was. */
export async function unheardSince(context: Context): Promise<number | null> {
  const last = await findLastInboundArrival(context.read);
  return last === null ? null : last - unheardOverlapMs;
}

/**
 * Asks each time for what came since a little before the last answer.
 * @returns the act of one round
 */
export function writingUnheardCalls(telephony: Telephony): (context: Context) => Promise<void> {
  let from: number | null = null;
  return async (context) => {
    const asked = context.now();
    const since = from ?? (await unheardSince(context));
    if (since === null) return;
    from = since;
    await writeUnheardCalls(context, { telephony, since });
    from = Math.max(since, asked - unheardOverlapMs);
  };
}

/**
 * Callers who rang while the line could not reach us, or we could keep nothing, are asked for at the provider and written
 * into the journal as they came and went; unless they are blocked each is a missed call (IN-11). Returns how many there were.
 */
export async function writeUnheardCalls(
  context: Context,
  { telephony, since }: { telephony: Telephony; since: number },
): Promise<number> {
  const received = await telephony.receivedCalls(since, mostAtOnce);
  const ours = new Set((await listCompanyNumbers(context.read)).map(({ e164 }) => e164));
  const settledBefore = context.now() - settledAfterMs;
  const over = received.filter(
    (call) => ours.has(call.to) && call.endedAt !== null && call.endedAt <= settledBefore,
  );
  const known = await listKnownCallSids(
    context.read,
    over.map(({ callSid }) => callSid),
  );
  let written = 0;
  for (const call of over.filter(({ callSid }) => !known.has(callSid)).reverse()) {
    if (await context.tx((tx) => writeUnheard(tx, context, call))) written += 1;
  }
  return written;
}

async function writeUnheard(
  tx: Tx,
  context: Context,
  { callSid, from, to, status, startedAt, endedAt }: ReceivedCall,
): Promise<boolean> {
  const department = await requireClientDepartment(tx);
  const arrival = { callSid, from, to };
  const admission = await admit(
    tx,
    { callerE164: callerNumberOf(arrival), calledNumber: to },
    department,
    startedAt,
  );
  const { call, input, begun } = await beginInbound(tx, context, {
    arrival,
    admission: admission === 'open' ? 'unheard' : admission,
    department,
    arrivedAt: startedAt,
  });
  if (!(await insertCall(tx, call))) return false;
  announceCall(tx, null, call);
  await insertCallFact(tx, {
    dedupeKey: inboundKey(callSid),
    callId: call.id,
    callSid,
    kind: 'call.arrived',
    event: { ...arrival, type: 'call.arrived', ...input },
    occurredAt: startedAt,
    receivedAt: context.now(),
    effect: 'applied',
    answer: null,
  });
  await carryOut(tx, context, call, begun.effects);
  await advanceCall(
    tx,
    context,
    call,
    { type: 'call.completed', status },
    { dedupeKey: `${callSid}:asked-for`, callSid, sequenceNumber: null, at: endedAt! },
  );
  await tellCall(tx, call);
  return true;
}
