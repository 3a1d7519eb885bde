import { listGivenUpCommands } from '@/db/phone-commands';
import type { LostWords } from '@/lib/domain/calls/call-view';
import { hourMs } from '@/lib/domain/duration';
import { endsWithWords } from '@/lib/domain/telephony';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { callerOf } from './describe-call';

/** For as long the people of the call see it above their work; the call's review shows it for good. */
const shownForMs = hourMs;

/** Calls of the person's department, or their own, whose caller was to hear our last words and did not. */
export async function listLostWords(context: Context): Promise<LostWords[]> {
  const person = signedIn(context);
  const db = context.read;
  const givenUp = await listGivenUpCommands(db, {
    departmentId: person.departmentId,
    ownerId: person.id,
    arrivedSince: context.now() - shownForMs,
  });
  const lost = givenUp.filter(({ command }) => endsWithWords(command.command.type));
  if (lost.length === 0) return [];
  const codeLengthOf = await readCodeLengths(db);
  return lost.map(({ call, command }) => ({
    callId: call.id,
    caller: callerOf(call, codeLengthOf),
    arrivedAt: call.arrivedAt,
    attempts: command.attempts,
  }));
}
