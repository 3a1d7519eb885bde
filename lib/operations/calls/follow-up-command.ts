import { getCallClaim, updateCallClaim } from '@/db/call-claims';
import { updateCallSupervision } from '@/db/call-supervisions';
import type { CallRow } from '@/db/calls';
import { insertPhoneCommand, listOpenPhoneCommands, updatePhoneCommandsVoid } from '@/db/phone-commands';
import { callerLabel } from '@/lib/domain/calls/leg';
import { isOfRecording, type PhoneAnswer, type PhoneCommand } from '@/lib/domain/telephony';
import type { Context, Tx } from '@/lib/operations/context';
import { noteRecordingStarted } from '@/lib/operations/recordings/note-recording-started';
import { advanceCall } from './advance-call';
import { keptContextOf } from './kept-context';
import { tellCall } from './tell-call';

/**
 * What the outcome of a command means for its call, whose row is locked. `isGivenUp`: it did not happen and is not tried
 * any more.
 */
export async function followUpCommand(
  tx: Tx,
  context: Context,
  call: CallRow,
  command: PhoneCommand,
  { answer, isGivenUp }: { answer: PhoneAnswer | { result: 'again' }; isGivenUp: boolean },
): Promise<void> {
  if (command.type === 'join' && answer.result === 'done') {
    return keepLeg(tx, context, call, command, answer.legCallSid);
  }
  if (command.type === 'joinSupervisor' && answer.result === 'done') {
    return keepSupervisorLeg(tx, context, call, command, answer.legCallSid);
  }
  if (command.type === 'supervise' && answer.result === 'done') {
    const { label, mode } = command;
    await advanceCall(tx, context, call, { type: 'supervision.changed', label, mode });
    return;
  }
  if (command.type === 'dial' && answer.result === 'done') {
    return keepOutsideLeg(tx, context, call, command, answer.legCallSid);
  }
  if (command.type === 'startRecording' && answer.result === 'done' && answer.recordingSid) {
    return noteRecordingStarted(tx, context, call, { recordingSid: answer.recordingSid, startedAt: null });
  }
  if (answer.result === 'done' || answer.result === 'again') return;
  await tellCall(tx, call);
  // A recording that is not there any more cannot be paused: what was ordered is not so.
  if (isOfRecording(command.type) && (isGivenUp || answer.result === 'gone')) {
    await advanceCall(tx, context, call, { type: 'recording.notChanged', order: command.type });
  }
  if (command.type === 'supervise' && (isGivenUp || answer.result === 'gone')) {
    const { label, mode, before } = command;
    await advanceCall(tx, context, call, { type: 'supervision.notChanged', label, mode, before });
  }
  const isRefusedJoin = command.type === 'join' && answer.result === 'refused';
  if (isRefusedJoin || (command.type === 'joinSupervisor' && (isGivenUp || answer.result === 'gone'))) {
    const { label } = command;
    await advanceCall(tx, context, call, { type: 'employee.notReached', label, reason: 'refused' });
  }
  if (command.type === 'dial' && isNotDialled(command, answer.result, isGivenUp)) {
    const { label } = command;
    const reason = 'refused';
    await advanceCall(
      tx,
      context,
      call,
      label === callerLabel
        ? { type: 'caller.notDialled', reason }
        : { type: 'outside.notReached', label, reason },
    );
  }
  if (command.type === 'announce' && (isGivenUp || answer.result === 'gone')) {
    // Nobody is recorded who was not told so.
    await voidRecording(tx, context, call);
    await advanceCall(tx, context, call, { type: 'recording.notChanged', order: 'startRecording' });
  }
  if (isGivenUp && isTurnOfConsult(command)) {
    const { label, type: order } = command;
    await advanceCall(tx, context, call, { type: 'consult.notTurned', label, order });
  }
  if (isGivenUp && isOrderOfControl(command)) {
    await advanceCall(tx, context, call, { type: 'call.notChanged', order: command.type });
  }
  if (command.type === 'endCall' && command.callSid === call.callSid && isGivenUp) {
    await advanceCall(tx, context, call, { type: 'call.notEnded' });
  }
}

type OrderOfControl = 'hold' | 'unhold' | 'mute' | 'unmute';

/** Music for whoever is asked for advice, or its end. */
const isTurnOfConsult = (
  command: PhoneCommand,
): command is PhoneCommand & { type: 'hold' | 'unhold'; label: string } =>
  (command.type === 'hold' || command.type === 'unhold') && command.label !== undefined;

/** An order whose outcome the call bar shows. */
const isOrderOfControl = (command: PhoneCommand): command is PhoneCommand & { type: OrderOfControl } =>
  command.type === 'mute' ||
  command.type === 'unmute' ||
  ((command.type === 'hold' || command.type === 'unhold') && command.label === undefined);

/** Whether a command may still be sent: no phone rings for a claim that ended while its join was under way. */
export async function isStillWanted(tx: Tx, call: CallRow, command: PhoneCommand): Promise<boolean> {
  if (command.type === 'dial') return isDialWanted(call, command);
  if (command.type === 'joinSupervisor') return isSupervisorAwaited(call, command);
  if (isOfRecording(command.type)) return call.endedAt === null;
  if (command.type !== 'join') return true;
  const claim = await getCallClaim(tx, call.id, command.generation);
  return call.endedAt === null && claim?.releasedAt === null;
}

/** No outside telephone rings for somebody who does not wait for it any more. */
export const isDialWanted = (call: CallRow, { label }: PhoneCommand & { type: 'dial' }): boolean => {
  if (call.endedAt !== null) return false;
  return label === callerLabel
    ? call.phase === 'dialling'
    : keptContextOf(call).consult?.claim?.label === label;
};

/** A room that is gone has no use for whom we call; whoever is asked for advice fails with the call itself. */
const isNotDialled = (
  { label }: PhoneCommand & { type: 'dial' },
  result: (PhoneAnswer | { result: 'again' })['result'],
  isGivenUp: boolean,
) => isGivenUp || (label === callerLabel && result === 'gone');

async function voidRecording(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const open = await listOpenPhoneCommands(tx, call.id);
  const ids = open.filter(({ command }) => command.type === 'startRecording').map(({ id }) => id);
  await updatePhoneCommandsVoid(tx, ids, context.now());
}

/** No telephone rings for somebody who is not to come into the conversation any more. */
export const isSupervisorAwaited = (
  call: CallRow,
  { label }: PhoneCommand & { type: 'joinSupervisor' },
): boolean => call.endedAt === null && keptContextOf(call).supervision?.label === label;

async function keepSupervisorLeg(
  tx: Tx,
  context: Context,
  call: CallRow,
  command: PhoneCommand & { type: 'joinSupervisor' },
  legCallSid: string | undefined,
): Promise<void> {
  if (!legCallSid) return;
  await updateCallSupervision(tx, call.id, command.generation, { legCallSid });
  if (isSupervisorAwaited(call, command)) return;
  const endLeg = { type: 'endCall' as const, callSid: legCallSid };
  await insertPhoneCommand(tx, { callId: call.id, command: endLeg, createdAt: context.now() });
}

async function keepOutsideLeg(
  tx: Tx,
  context: Context,
  call: CallRow,
  command: PhoneCommand & { type: 'dial' },
  legCallSid: string | undefined,
): Promise<void> {
  if (!legCallSid) return;
  const { label } = command;
  const isCalled = label === callerLabel;
  // Its answer may have been told before the provider's word on the dialling.
  if (isCalled && call.callSid === legCallSid) return;
  const isKept = await advanceCall(
    tx,
    context,
    call,
    isCalled ? { type: 'caller.rings', callSid: legCallSid } : { type: 'outside.rings', label, legCallSid },
  );
  if (isKept === 'applied') return;
  const endLeg = { type: 'endCall' as const, callSid: legCallSid };
  await insertPhoneCommand(tx, { callId: call.id, command: endLeg, createdAt: context.now() });
}

/** The leg is known by its sid from now on; one whose claim ended while it was being made is ended too. */
async function keepLeg(
  tx: Tx,
  context: Context,
  call: CallRow,
  command: PhoneCommand & { type: 'join' },
  legCallSid: string | undefined,
): Promise<void> {
  if (!legCallSid) return;
  await updateCallClaim(tx, call.id, command.generation, { legCallSid });
  if (await isStillWanted(tx, call, command)) return;
  const endLeg = { type: 'endCall' as const, callSid: legCallSid };
  await insertPhoneCommand(tx, { callId: call.id, command: endLeg, createdAt: context.now() });
}
