import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import { insertPhoneCommand, listOpenPhoneCommands } from '@/db/phone-commands';
import { getSetting } from '@/db/settings';
import { listSilentCalls } from '@/db/silent-calls';
import { hasLine } from '@/lib/domain/calls/call';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { callerLabel, isOutsideLabel } from '@/lib/domain/calls/leg';
import { readCallTimes } from '@/lib/domain/calls/times';
import type { Telephony } from '@/lib/domain/telephony';
import type { Context, Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { asHeard } from './as-heard';
import { keptContextOf } from './kept-context';
import { tellCall } from './tell-call';

const batch = 20;

export type Reconciliation = {
  telephony: Telephony;
  /** Epoch ms; by default as long ago as the setting `silenceSeconds` says. */
  since?: number;
  /** Hears of each call that could not be looked up. */
  onProblem?: (callId: string, error: unknown) => void;
  /** Ends the work after the call under way. */
  signal?: AbortSignal;
};

/**
 * Asks the phone provider about open calls of which nothing was heard since `since`, and tells the machine what its
 * callbacks did not. Each looked-up call shows when; one that cannot be looked up holds up no other. Returns how many were
 * looked up.
 */
export async function reconcileCalls(context: Context, work: Reconciliation): Promise<number> {
  const { telephony, onProblem, signal } = work;
  const since = work.since ?? context.now() - (await silenceMs(context));
  const asked = new Set<string>();
  let failed = 0;
  for (;;) {
    const silent = await listSilentCalls(context.read, { since, now: context.now() }, batch + asked.size);
    const next = silent.filter(({ id }) => !asked.has(id));
    if (next.length === 0) return asked.size - failed;
    for (const call of next) {
      if (signal?.aborted) return asked.size - failed;
      asked.add(call.id);
      try {
        await reconcileCall(context, telephony, call);
      } catch (error) {
        failed += 1;
        onProblem?.(call.id, error);
      }
    }
  }
}

async function silenceMs(context: Context): Promise<number> {
  const stored = await getSetting(context.read, 'times');
  return readCallTimes(stored?.value).silenceSeconds * 1000;
}

async function reconcileCall(context: Context, telephony: Telephony, call: CallRow): Promise<void> {
  const { learnt: happenings, isHeld } = await askProvider(telephony, call);
  const now = context.now();
  await context.tx(async (tx) => {
    let current = await getCallForUpdate(tx, call.id);
    // Something was heard while we asked: what the provider answered may be older than that.
    if (!current || current.version !== call.version) return;
    for (const { at, ...happening } of happenings) {
      const leg = 'label' in happening ? [happening.label] : [];
      const dedupeKey = [call.callSid, 'reconciled', happening.type, ...leg, now].join(':');
      const told = { dedupeKey, callSid: call.callSid, sequenceNumber: null, at: at ?? now };
      await advanceCall(tx, context, current, await asHeard(tx, current, happening), told);
      current = (await getCallForUpdate(tx, call.id))!;
    }
    if (isHeld !== null) await orderHoldAgain(tx, current, { isHeld, now });
    await updateCall(tx, call.id, { reconciledAt: now });
    await tellCall(tx, current);
  });
}

/** The caller hears music, or does not, against our last order: it is ordered once more, unless one still waits. */
async function orderHoldAgain(
  tx: Tx,
  call: CallRow,
  { isHeld, now }: { isHeld: boolean; now: number },
): Promise<void> {
  const { isHeld: isOrdered, conferenceSid } = keptContextOf(call);
  if (call.endedAt !== null || !conferenceSid || isOrdered === undefined || isOrdered === isHeld) return;
  const type = isOrdered ? 'hold' : 'unhold';
  const open = await listOpenPhoneCommands(tx, call.id);
  const waits = open.some(
    ({ command }) => (command.type === 'hold' || command.type === 'unhold') && command.label === undefined,
  );
  if (waits) return;
  await insertPhoneCommand(tx, { callId: call.id, command: { type, conferenceSid }, createdAt: now });
}

type Learnt = CallHappening & { at: number | null };

const running: ReadonlySet<string> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

/** What the provider knows of a call; `isHeld`: whether its caller hears music, null when they are not in the room. */
async function askProvider(
  telephony: Telephony,
  call: CallRow,
): Promise<{ learnt: Learnt[]; isHeld: boolean | null }> {
  if (hasLine(call)) {
    const status = await telephony.callStatus(call.callSid);
    if (!status || !running.has(status.status)) {
      const completed = { type: 'call.completed', status: status?.status ?? 'unknown' } as const;
      return { learnt: [{ ...completed, at: status?.endedAt ?? null }], isHeld: null };
    }
  }
  const isDialling = call.phase === 'dialling';
  const room = await telephony.legsOf(call.id);
  if (!room) return { learnt: isDialling ? [{ type: 'conference.ended', at: null }] : [], isHeld: null };
  const { conferenceSid, legs } = room;
  const learnt: Learnt[] = [];
  if (!call.conferenceSid && legs.some((leg) => leg.label === callerLabel)) {
    learnt.push({ type: 'caller.joined', conferenceSid, at: null });
  }
  const caller = legs.find((leg) => leg.label === callerLabel);
  if (isDialling && caller?.status === 'connected') {
    learnt.push({ type: 'caller.joined', conferenceSid, callSid: caller.callSid, at: null });
  }
  const { claim, consult, supervision, outside } = keptContextOf(call);
  for (const { label, isOnLine } of [
    { label: claim?.label, isOnLine: call.phase === 'talking' || isDialling },
    { label: consult?.claim?.label, isOnLine: consult?.joinedAt != null },
    { label: supervision?.label, isOnLine: supervision?.joinedAt != null },
    { label: outside?.label, isOnLine: true },
  ]) {
    if (!label) continue;
    const leg = legs.find((candidate) => candidate.label === label);
    if (leg?.status === 'connected') {
      const type = isOutsideLabel(label) ? 'outside.joined' : 'employee.joined';
      learnt.push({ type, label, conferenceSid, legCallSid: leg.callSid, at: null });
    } else if (!leg && isOnLine) {
      learnt.push(
        isOutsideLabel(label)
          ? { type: 'outside.left', label, at: null }
          : { type: 'employee.left', label, endsCall: false, at: null },
      );
    }
  }
  return { learnt, isHeld: caller?.hold ?? null };
}
