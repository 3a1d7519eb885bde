import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import { insertPhoneCommand, listOpenPhoneCommands } from '@/db/phone-commands';
import { listUnheardWaits } from '@/db/waiting-calls';
import type { PhoneCommand } from '@/lib/domain/telephony';
import type { Context, Tx } from '@/lib/operations/context';

/** Longer than one turn of the music with its words: a line that has not asked for the next by then never will. */
export const musicLostAfterMs = 25_000;

const mostAtOnce = 100;

/**
 * Whoever waits or is on hold and whose music ended, because the request for more of it found nobody, hears it again (S9).
 * Returns how many such callers there were.
 */
export async function playMusicAgain(context: Context): Promise<number> {
  const since = context.now() - musicLostAfterMs;
  const unheard = await listUnheardWaits(context.read, since, mostAtOnce);
  let played = 0;
  for (const { id } of unheard.filter((call) => lastMusicOf(call) < since)) {
    if (await context.tx((tx) => playTo(tx, context, id, since))) played += 1;
  }
  return played;
}

async function playTo(tx: Tx, context: Context, callId: string, since: number): Promise<boolean> {
  const call = await getCallForUpdate(tx, callId);
  const command = call && lastMusicOf(call) < since ? musicFor(call) : null;
  if (!command) return false;
  const open = await listOpenPhoneCommands(tx, callId);
  if (open.some(({ command: { type } }) => ofMusic.has(type))) return false;
  await insertPhoneCommand(tx, { callId, command, createdAt: context.now() });
  await updateCall(tx, callId, { musicAskedAt: context.now() });
  return true;
}

const ofMusic: ReadonlySet<PhoneCommand['type']> = new Set(['hold', 'unhold', 'wait']);

/** Since when the line should have asked for music: the state may have begun after the last request. */
const lastMusicOf = ({ musicAskedAt, heldSince, stateSince, arrivedAt }: CallRow) =>
  Math.max(musicAskedAt ?? 0, heldSince ?? 0, stateSince ?? 0, arrivedAt);

/** Before anybody of ours was in the room it is waiting music, afterwards that of the hold. */
function musicFor(call: CallRow): PhoneCommand | null {
  const { conferenceSid, heldSince, answeredAt, endedAt, direction } = call;
  if (!conferenceSid || endedAt !== null) return null;
  if (heldSince !== null) return { type: 'hold', conferenceSid };
  return answeredAt === null && direction === 'inbound' ? { type: 'wait', conferenceSid } : null;
}
