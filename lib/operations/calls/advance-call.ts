import { insertCallFact } from '@/db/call-facts';
import { updateOffersEnded } from '@/db/call-offers';
import { type CallRow, updateCall } from '@/db/calls';
import type { CallEffect } from '@/lib/domain/calls/call-effect';
import type { CallEvent, CallHappening } from '@/lib/domain/calls/call-event';
import { foldCall } from '@/lib/domain/calls/fold-call';
import { liveStateOf } from '@/lib/domain/calls/live-state';
import type { Context, Tx } from '@/lib/operations/context';
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { advanceUnfolded } from './advance-unfolded';
import { columnsOf } from './call-columns';
import { carryOut } from './carry-out';
import { keptContextOf } from './kept-context';
import { tellCall, tellPeopleOfCall } from './tell-call';

/** The request that told an event, when the phone provider told it. */
type TellingRequest = {
  dedupeKey: string;
  callSid: string | null;
  sequenceNumber: number | null;
  at: number;
  /** What the provider was answered, to be answered again when it repeats itself. */
  answer?: string;
};

/**
 * `repeated`: the fact was there already; `quarantined`: the state of the call cannot be read, as was found just now.
 */
export type Advance = 'applied' | 'ignored' | 'repeated' | 'quarantined';

/**
 * Brings a call forward by one event: the fact appended, the state folded, what follows written, all in the caller's
 * transaction, on a row the caller has locked. Of our own decisions only those that changed something are kept.
 */
export async function advanceCall(
  tx: Tx,
  context: Context,
  call: CallRow,
  happening: CallHappening,
  told?: TellingRequest,
): Promise<Advance> {
  const now = context.now();
  // The provider's times are to the second: one may lie before the moment its call arrived.
  const at = Math.max(told?.at ?? now, call.arrivedAt);
  const event = { ...happening, at, now } as CallEvent;
  const { quarantinedAt, quarantineReason } = call;
  const result =
    quarantinedAt === null
      ? foldCall(call, event)
      : { result: 'unreadable' as const, reason: quarantineReason ?? '' };
  if (!told && result.result === 'ignored') return 'ignored';
  const isNew = await insertCallFact(tx, {
    dedupeKey: told?.dedupeKey ?? `${call.id}:decision:${call.version + 1}`,
    callId: call.id,
    callSid: told?.callSid ?? null,
    kind: event.type,
    event,
    sequenceNumber: told?.sequenceNumber ?? null,
    occurredAt: told?.at ?? now,
    receivedAt: now,
    effect: result.result === 'applied' ? 'applied' : 'ignored',
    answer: told?.answer,
  });
  if (!isNew) return 'repeated';
  if (result.result === 'unreadable') {
    if (quarantinedAt === null) await quarantine(tx, context, call, result.reason);
    await updateCall(tx, call.id, { version: call.version + 1, ...(told && { lastEventAt: now }) });
    await advanceUnfolded(tx, context, call, event);
    await tellCall(tx, call);
    tellPeopleOfCall(tx, call);
    return quarantinedAt === null ? 'quarantined' : 'ignored';
  }
  if (result.result === 'ignored') {
    await updateCall(tx, call.id, { lastEventAt: now });
    return 'ignored';
  }
  const isMoved = liveStateOf(result.phase, result.context) !== liveStateOf(call.phase, keptContextOf(call));
  const changed = {
    ...columnsOf(result),
    ...(isMoved && { stateSince: now }),
    version: call.version + 1,
    ...(told && { lastEventAt: now }),
  };
  await updateCall(tx, call.id, changed);
  const after = { ...call, ...changed };
  announceCall(tx, call, after);
  await carryOut(tx, context, after, result.effects);
  await tellCall(tx, call, after);
  if (movesPeople(call, after, result.effects)) tellPeopleOfCall(tx, after);
  return 'applied';
}

const movingEffects: ReadonlySet<CallEffect['type']> = new Set(['offer', 'endOffers', 'join']);

function movesPeople(before: CallRow, after: CallRow, effects: readonly CallEffect[]): boolean {
  if (before.claimedBy !== after.claimedBy || before.endedAt !== after.endedAt) return true;
  if (before.consultedId !== after.consultedId || before.supervisedBy !== after.supervisedBy) return true;
  return effects.some(({ type }) => movingEffects.has(type));
}

/** A call whose kept state cannot be read is set apart and shown; the facts go on being kept. */
async function quarantine(tx: Tx, context: Context, call: CallRow, reason: string): Promise<void> {
  const now = context.now();
  await updateCall(tx, call.id, { quarantinedAt: now, quarantineReason: reason });
  await updateOffersEnded(tx, call.id, { endedAt: now, outcome: 'withdrawn' });
}
