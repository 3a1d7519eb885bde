import { listCallClaims } from '@/db/call-claims';
import { listCallFacts } from '@/db/call-facts';
import { type CallRow, updateCall } from '@/db/calls';
import { listPhoneCommands } from '@/db/phone-commands';
import type { CallEffect } from '@/lib/domain/calls/call-effect';
import type { CallEvent } from '@/lib/domain/calls/call-event';
import { isSupervisorLabel } from '@/lib/domain/calls/leg';
import { judgeCall, type KeptEvent } from '@/lib/domain/calls/verdict';
import type { Context, Tx } from '@/lib/operations/context';
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { carryOut } from './carry-out';

const ends: ReadonlySet<string> = new Set(['caller.left', 'conference.ended', 'call.completed']);
/** After these nobody may be left who could talk to the caller. */
const leavesAlone: ReadonlySet<string> = new Set([
  'employee.left',
  'employee.notReached',
  'claim.lapsed',
  'offer.lapsed',
  'waiting.lapsed',
]);

/**
 * What follows from an event of a call whose kept state cannot be read, judged by its facts, the event among them: its
 * end is still its end, who hangs up is obeyed, and a caller with nobody on the line hears words and is let go, so that
 * neither the caller nor the one who took the call is kept for ever.
 */
export async function advanceUnfolded(
  tx: Tx,
  context: Context,
  call: CallRow,
  event: CallEvent,
): Promise<void> {
  if (call.endedAt !== null) return;
  if (ends.has(event.type)) {
    const endedBy = (await isEndOrdered(tx, call)) ? 'employee' : 'caller';
    return end(tx, context, call, { endedAt: event.at, endedBy });
  }
  if (event.type === 'employee.endedCall') return carryOut(tx, context, call, [{ type: 'endCall' }]);
  // Until the first answer the waiting time says how long the caller rings (IN-11), not the rounds.
  if (event.type === 'offer.lapsed' && call.answeredAt === null) return;
  if (!leavesAlone.has(event.type) || (await isSomebodyOnLine(tx, call.id))) return;
  await end(tx, context, call, { endedAt: context.now(), endedBy: 'system' }, [{ type: 'apologise' }]);
}

async function end(
  tx: Tx,
  context: Context,
  call: CallRow,
  ended: Pick<CallRow, 'endedAt' | 'endedBy'>,
  words: CallEffect[] = [],
): Promise<void> {
  await updateCall(tx, call.id, { phase: 'ended', ...ended });
  announceCall(tx, call, { ...call, ...ended });
  const isRinging = call.claimedBy !== null && call.joinedAt === null;
  const { claimGeneration: generation, ownerId } = call;
  await carryOut(tx, context, { ...call, phase: 'ended', ...ended }, [
    ...words,
    ...(isRinging ? [{ type: 'dropLeg' as const, generation }] : []),
    { type: 'close', now: context.now(), hadConversation: ownerId !== null },
  ]);
}

async function isEndOrdered(tx: Tx, call: CallRow): Promise<boolean> {
  const commands = await listPhoneCommands(tx, call.id);
  return commands.some(({ command }) => command.type === 'endCall' && command.callSid === call.callSid);
}

async function isSomebodyOnLine(tx: Tx, callId: string): Promise<boolean> {
  const facts = await listCallFacts(tx, callId);
  const { legs } = judgeCall(
    facts.map(({ event, occurredAt }) => ({ ...(event as KeptEvent), at: occurredAt })),
  );
  const ours = new Set((await listCallClaims(tx, callId)).map(({ label }) => label));
  // Whoever only supervises is nobody to talk to.
  return Object.entries(legs).some(
    ([label, { joinedAt, leftAt }]) =>
      joinedAt !== undefined && leftAt === undefined && (ours.has(label) || !isSupervisorLabel(label)),
  );
}
