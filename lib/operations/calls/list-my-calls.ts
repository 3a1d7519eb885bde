import { listOpenOffersTo } from '@/db/call-offers';
import { type CallRow, getCall, listCallsHeldBy, listUnfinishedCallsOf } from '@/db/calls';
import type { Db } from '@/db/store';
import type { Draft } from '@/lib/domain/call-scripts/draft';
import type { LostWords, MyCall } from '@/lib/domain/calls/call-view';
import { type Context, signedIn } from '@/lib/operations/context';
import { seenCandidates } from '@/lib/operations/counterparties/find-caller';
import { describeCall } from './describe-call';
import { keptContextOf } from './kept-context';
import { listLostWords } from './list-lost-words';
import { readingOfCall } from './reading-of-call';

/**
 * What stands in the person's call bar: calls that ring for them, that they hold, and that they left unfinished; and callers
 * of their department who did not hear our last words.
 */
export async function listMyCalls(
  context: Context,
): Promise<{ now: number; calls: MyCall[]; lostWords: LostWords[] }> {
  const person = signedIn(context);
  const db = context.read;
  const offered = await callsOf(
    db,
    (await listOpenOffersTo(db, person.id)).map((offer) => offer.callId),
  );
  const held = await listCallsHeldBy(db, person.id);
  const unfinished = await listUnfinishedCallsOf(db, person.id);
  const calls = new Map([...offered, ...held, ...unfinished].map((call) => [call.id, call]));
  const views: MyCall[] = [];
  for (const call of calls.values()) {
    const reading = await readingOfCall(db, call, person);
    if (reading === 'none' || isWithOthers(call, person.id)) continue;
    const reader = { now: context.now(), person, reading, mayWork: true };
    const { conversation, ...view } = await describeCall(db, call, reader);
    context.saw(
      { kind: 'call', subjectId: call.id, counterpartyId: call.counterpartyId },
      ...seenCandidates(view.candidates),
    );
    views.push({
      ...view,
      saidSoFar: conversation && { trail: conversation.trail, note: notesOf(conversation.draft) },
    });
  }
  return { now: context.now(), calls: views, lostWords: await listLostWords(context) };
}

const notesOf = ({ appeal, note }: Draft) => [appeal.note, note].filter((text) => text.trim()).join('\n');

/** Those still open, the one that has waited longest first. */
/** Whoever took it over passes it on: the client manager has nothing more to do with it. */
function isWithOthers(call: CallRow, personId: string): boolean {
  const { transferredBy } = keptContextOf(call);
  return call.endedAt === null && !!transferredBy && call.claimedBy === null && call.ownerId === personId;
}

async function callsOf(db: Db, ids: readonly string[]): Promise<CallRow[]> {
  const calls: CallRow[] = [];
  for (const id of new Set(ids)) {
    const call = await getCall(db, id);
    if (call && call.endedAt === null) calls.push(call);
  }
  return calls.sort((one, other) => one.arrivedAt - other.arrivedAt);
}
