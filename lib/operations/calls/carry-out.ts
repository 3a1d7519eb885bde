import { getCallClaim, updateCallClaim } from '@/db/call-claims';
import { updateOffersEnded } from '@/db/call-offers';
import { type CallRow, updateCall } from '@/db/calls';
import { insertDeadline, withdrawDeadlinesOfKinds } from '@/db/deadlines';
import { getEmployee } from '@/db/employees';
import { insertPhoneCommand, listOpenPhoneCommands, updatePhoneCommandsVoid } from '@/db/phone-commands';
import { updateRunningRecordings } from '@/db/recordings';
import { canBeCalledBack, hasLine, verdictAfterMs } from '@/lib/domain/calls/call';
import type { CallEffect } from '@/lib/domain/calls/call-effect';
import { callerLabel, readLegLabel } from '@/lib/domain/calls/leg';
import { endsWithWords, type PhoneCommand } from '@/lib/domain/telephony';
import { converse, hearHangUp, tellRun } from '@/lib/operations/call-scripts/converse';
import type { Context, Tx } from '@/lib/operations/context';
import { acceptLeadOfCall } from '@/lib/operations/leads/accept-lead-of-call';
import { beginAfterCall } from '@/lib/operations/presence/begin-after-call';
import { carryOutSupervision, isOfSupervision } from '@/lib/operations/supervision/carry-out-supervision';
import { closeMissedCallsOf } from './close-missed-calls';
import { offerCall } from './offer-call';
import { takesMessage } from './takes-message';
import { wordsOfLine } from './words-of-line';
import { writeMissedCall } from './write-missed-call';

/** Writes what follows from an event of a call: rows and commands, never the network. */
export async function carryOut(
  tx: Tx,
  context: Context,
  call: CallRow,
  effects: readonly CallEffect[],
): Promise<void> {
  for (const effect of effects) await carryOutOne(tx, context, call, effect);
}

async function carryOutOne(tx: Tx, context: Context, call: CallRow, effect: CallEffect): Promise<void> {
  const now = context.now();
  const order = (command: PhoneCommand) =>
    insertPhoneCommand(tx, { callId: call.id, command, createdAt: now });
  if (isOfSupervision(effect)) return carryOutSupervision(tx, context, call, effect);
  switch (effect.type) {
    case 'offer':
      await offerCall(tx, context, call, effect);
      return;
    case 'endOffers':
      await updateOffersEnded(tx, call.id, { endedAt: now, outcome: effect.outcome });
      return withdrawDeadlinesOfKinds(tx, ['ring'], call.id, now);
    case 'setDeadline': {
      const { kind, generation, dueAt } = effect;
      return insertDeadline(tx, { id: context.newId(), kind, subjectId: call.id, generation, dueAt });
    }
    case 'withdrawDeadlines':
      return withdrawDeadlinesOfKinds(tx, effect.kinds, call.id, now);
    case 'join': {
      const { conferenceSid, label, generation, timeoutSeconds } = effect;
      const to = (await getEmployee(tx, effect.employeeId))?.phone;
      if (!to) return;
      const from = call.calledNumber;
      return order({ type: 'join', conferenceSid, label, to, from, generation, timeoutSeconds });
    }
    case 'dial': {
      const { conferenceSid, label, number: to, timeoutSeconds } = effect;
      return order({ type: 'dial', conferenceSid, label, to, from: call.calledNumber, timeoutSeconds });
    }
    case 'endLeg':
      return order({ type: 'endCall', callSid: effect.callSid });
    case 'hold':
    case 'unhold':
    case 'mute':
    case 'unmute':
    case 'removeLeg':
      return order(effect);
    case 'announce':
      return order(effect);
    case 'startRecording':
    case 'pauseRecording':
    case 'resumeRecording':
      return order({ type: effect.type, callSid: call.callSid });
    case 'dropLeg':
      return dropLeg(tx, context, call, effect.generation);
    case 'callOff':
      await voidCommands(tx, context, call.id, (command) => {
        return command.type === 'dial' && command.label === callerLabel;
      });
      if (hasLine(call)) await order({ type: 'callOff', callSid: call.callSid });
      return;
    case 'excuse':
      return order({ type: 'sayAndEnd', callSid: call.callSid, words: 'calledOff' });
    case 'endCall':
      return order({ type: 'endCall', callSid: call.callSid });
    case 'apologise': {
      if (await takesMessage(tx, call)) {
        await writeMissedCall(tx, context, call);
        return order({ type: 'takeMessage', callSid: call.callSid });
      }
      const { apology, apologyWithheld } = await wordsOfLine(tx, call.calledNumber);
      const { callSid, callerKind } = call;
      return canBeCalledBack(callerKind)
        ? order({ type: 'sayAndEnd', callSid, words: 'nobodyAnswered', text: apology })
        : order({ type: 'sayAndEnd', callSid, words: 'nobodyAnsweredWithheld', text: apologyWithheld });
    }
    case 'recordJoin': {
      const { generation, at: joinedAt, legCallSid } = effect;
      return updateCallClaim(tx, call.id, generation, { joinedAt, ...(legCallSid && { legCallSid }) });
    }
    case 'recordLeave': {
      const generation = readLegLabel(effect.label)?.generation;
      if (generation === undefined) return;
      return updateCallClaim(tx, call.id, generation, { leftAt: effect.at });
    }
    case 'recordRelease': {
      const { generation, at: releasedAt, reason: releaseReason } = effect;
      return updateCallClaim(tx, call.id, generation, { releasedAt, releaseReason });
    }
    case 'converse':
      await closeMissedCallsOf(tx, context, call);
      return converse(tx, context, call, effect);
    case 'answerHandOver':
      await acceptLeadOfCall(tx, context, call.id, effect.employeeId);
      return tellRun(tx, context, call, { type: 'handOver.answered' });
    case 'takeOver':
      return updateCallClaim(tx, call.id, effect.generation, { purpose: 'handOver' });
    case 'passOn':
      await passOn(tx, call, effect.generation);
      if (effect.leavesConversation) await hearHangUp(tx, context, call);
      return;
    case 'failHandOver': {
      const reason = effect.reason === 'notTaken' ? 'nobodyAnswered' : effect.reason;
      return tellRun(tx, context, call, { type: 'handOver.failed', reason });
    }
    case 'beginAfterCall':
      return beginAfterCall(tx, context, effect);
    case 'close':
      return close(tx, context, call, effect);
  }
}

/** The colleague is on the line since they took up the request for advice; an outside number has no claim. */
async function passOn(tx: Tx, call: CallRow, generation: number): Promise<void> {
  await updateCallClaim(tx, call.id, generation, { purpose: 'handOver' });
  const claim = await getCallClaim(tx, call.id, generation);
  if (claim) await updateCall(tx, call.id, { claimedAt: claim.claimedAt });
}

/** Ends a leg that may still be ringing: known by its own sid once the provider has answered the join. */
async function dropLeg(tx: Tx, context: Context, call: CallRow, generation: number): Promise<void> {
  const claim = await getCallClaim(tx, call.id, generation);
  await voidCommands(tx, context, call.id, (command) => {
    return command.type === 'join' && command.generation === generation;
  });
  if (!claim?.legCallSid) return;
  const command = { type: 'endCall' as const, callSid: claim.legCallSid };
  await insertPhoneCommand(tx, { callId: call.id, command, createdAt: context.now() });
}

async function close(
  tx: Tx,
  context: Context,
  call: CallRow,
  { now, hadConversation }: CallEffect & { type: 'close' },
): Promise<void> {
  await withdrawDeadlinesOfKinds(
    tx,
    ['offer', 'resume', 'handOver', 'waiting', 'claim', 'consult', 'supervision', 'ring'],
    call.id,
    now,
  );
  await voidCommands(tx, context, call.id, ({ type }) => !ends(type));
  await updateRunningRecordings(tx, call.id, now + askForRecordingAfterMs);
  // A call may be heard of long after its end.
  const dueAt = context.now() + verdictAfterMs;
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'verdict',
    subjectId: call.id,
    generation: 1,
    dueAt,
  });
  if (hadConversation) await hearHangUp(tx, context, call);
}

/** What ends the line is still to be done when our call is over. */
const ends = (type: PhoneCommand['type']) => type === 'endCall' || type === 'callOff' || endsWithWords(type);

/** Longer than the provider takes to tell that a recording is there; without its word it is asked for then. */
const askForRecordingAfterMs = 60_000;

async function voidCommands(
  tx: Tx,
  context: Context,
  callId: string,
  isVoid: (command: PhoneCommand) => boolean,
): Promise<void> {
  const waiting = await listOpenPhoneCommands(tx, callId);
  const ids = waiting.filter(({ command }) => isVoid(command)).map(({ id }) => id);
  await updatePhoneCommandsVoid(tx, ids, context.now());
}
