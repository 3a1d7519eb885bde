import { updateSessionsEnded } from '@/db/sessions';
import { type Context, signedIn, tell } from '@/lib/operations/context';

/** Ends every session of one's own but the one this request came with. */
export async function endOtherSessions(context: Context): Promise<{ endedSessions: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const ended = await updateSessionsEnded(tx, person.id, context.now(), 'endedByPerson', context.sessionId);
    for (const sessionId of ended) tell(tx, { noun: 'session', nounId: sessionId, employeeId: person.id });
    return { endedSessions: ended.length };
  });
}
