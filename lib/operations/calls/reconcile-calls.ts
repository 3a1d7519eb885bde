import { type CallRow, getCallForUpdate, listSilentCalls, updateCall } from '@/db/calls';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { callerLabel, legLabel } from '@/lib/domain/calls/leg';
import type { Telephony } from '@/lib/domain/telephony';
import type { Context } from '@/lib/operations/context';
import { advanceCall, tellCall } from './advance-call';
import { asHeard } from './as-heard';

const batch = 20;

/**
 * Asks the phone provider about open calls of which nothing was heard since `since` (epoch ms), and tells the machine what
 * its callbacks did not. Each looked-up call shows when. Returns how many were looked up.
 */
export async function reconcileCalls(
  context: Context,
  { telephony, since }: { telephony: Telephony; since: number },
): Promise<number> {
  const silent = await listSilentCalls(context.read, since, batch);
  for (const call of silent) await reconcileCall(context, telephony, call);
  return silent.length;
}

async function reconcileCall(context: Context, telephony: Telephony, call: CallRow): Promise<void> {
  const happenings = await askProvider(telephony, call);
  const now = context.now();
  await context.tx(async (tx) => {
    let current = await getCallForUpdate(tx, call.id);
    // Something was heard while we asked: what the provider answered may be older than that.
    if (!current || current.version !== call.version) return;
    for (const { at, ...happening } of happenings) {
      const dedupeKey = [call.callSid, 'reconciled', happening.type, now].join(':');
      const told = { dedupeKey, callSid: call.callSid, sequenceNumber: null, at: at ?? now };
      await advanceCall(tx, context, current, await asHeard(tx, current, happening), told);
      current = (await getCallForUpdate(tx, call.id))!;
    }
    await updateCall(tx, call.id, { reconciledAt: now });
    tellCall(tx, current);
  });
}

type Learnt = CallHappening & { at: number | null };

const running: ReadonlySet<string> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

async function askProvider(telephony: Telephony, call: CallRow): Promise<Learnt[]> {
  const status = await telephony.callStatus(call.callSid);
  if (!status || !running.has(status.status)) {
    return [{ type: 'call.completed', status: status?.status ?? 'unknown', at: status?.endedAt ?? null }];
  }
  const room = await telephony.legsOf(call.id);
  if (!room) return [];
  const { conferenceSid, legs } = room;
  const learnt: Learnt[] = [];
  if (!call.conferenceSid && legs.some((leg) => leg.label === callerLabel)) {
    learnt.push({ type: 'caller.joined', conferenceSid, at: null });
  }
  const label = call.claimedBy && legLabel(call.claimedBy, call.claimGeneration);
  if (!label) return learnt;
  const leg = legs.find((candidate) => candidate.label === label);
  if (leg?.status === 'connected') {
    learnt.push({ type: 'employee.joined', label, conferenceSid, legCallSid: leg.callSid, at: null });
  } else if (!leg && call.phase === 'talking') {
    learnt.push({ type: 'employee.left', label, endsCall: false, at: null });
  }
  return learnt;
}
