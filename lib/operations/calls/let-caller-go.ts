import { listCallFacts } from '@/db/call-facts';
import { type CallRow, getCall } from '@/db/calls';
import { type DeadlineRow, insertDeadline } from '@/db/deadlines';
import { insertPhoneCommand, listPhoneCommands, type PhoneCommandRow } from '@/db/phone-commands';
import { hasLine, verdictAfterMs } from '@/lib/domain/calls/call';
import { longestMessageCallMs } from '@/lib/domain/recordings/recording';
import type { Context, Tx } from '@/lib/operations/context';

/**
 * A call is over for us, but the line never told its end: the caller may still be on it, and is let go. While our last
 * words or a message are under way it is looked at again later.
 */
export async function letCallerGo(
  tx: Tx,
  context: Context,
  { subjectId, generation }: DeadlineRow,
): Promise<void> {
  const call = await getCall(tx, subjectId);
  if (!call || isTurnedAway(call) || !hasLine(call)) return;
  const facts = await listCallFacts(tx, call.id);
  if (facts.some(({ kind }) => kind === 'call.completed')) return;
  const ofCaller = (await listPhoneCommands(tx, call.id)).filter(({ command }) => isFor(call, command));
  if (ofCaller.some(hasEndedCall)) return;
  const now = context.now();
  if (ofCaller.some((row) => isUnderWay(row, now))) {
    return insertDeadline(tx, {
      id: context.newId(),
      kind: 'verdict',
      subjectId: call.id,
      generation: generation + 1,
      dueAt: now + verdictAfterMs,
    });
  }
  const command = { type: 'endCall' as const, callSid: call.callSid };
  await insertPhoneCommand(tx, { callId: call.id, command, createdAt: now });
}

/** The first answer itself hung up. */
const isTurnedAway = ({ outcome }: CallRow) => outcome === 'closedHours' || outcome === 'blocked';

const isFor = ({ callSid }: CallRow, command: PhoneCommandRow['command']) =>
  'callSid' in command && command.callSid === callSid;

/** The provider ended the call as told, or said that it was over already. */
const hasEndedCall = ({ command, state }: PhoneCommandRow) =>
  state === 'void' || (command.type === 'endCall' && state === 'done');

const isUnderWay = ({ command, endedAt, state }: PhoneCommandRow, now: number) =>
  endedAt === null ||
  (command.type === 'sayAndEnd' && state === 'done' && now - endedAt < verdictAfterMs) ||
  (command.type === 'takeMessage' && state === 'done' && now - endedAt < longestMessageCallMs);
