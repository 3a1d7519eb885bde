import { type CallOfferRow, listOpenOffersTo } from '@/db/call-offers';
import { type CallRow, listCallsByIds } from '@/db/calls';
import {
  listCallsHeldBy,
  listCallsPassedOnBy,
  listLastCallsOf,
  listUnfinishedCallsOf,
} from '@/db/employee-calls';
import type { Db } from '@/db/store';
import type { Draft } from '@/lib/domain/call-scripts/draft';
import type { DialFailure } from '@/lib/domain/calls/call-context';
import type { LostWords, MyCall, SupervisionNews } from '@/lib/domain/calls/call-view';
import { mayTakeBack } from '@/lib/domain/calls/take-back';
import { minuteMs } from '@/lib/domain/duration';
import { type Context, signedIn } from '@/lib/operations/context';
import { seenCandidates } from '@/lib/operations/counterparties/find-caller';
import { listSupervisionNews } from '@/lib/operations/supervision/list-supervision-news';
import { readCompanyNames } from './company-names';
import { describeCall } from './describe-call';
import { keptContextOf } from './kept-context';
import { listLostWords } from './list-lost-words';
import { readingOfCall } from './reading-of-call';

/** One call can be taken at a time: of a crowd the person is shown these, and how many more there are. */
const mostRinging = 5;

/** So long a call that came to nothing stands there with its reason, to be placed again. */
const inVainForMs = 2 * minuteMs;

/**
 * What stands in the person's call bar: calls that ring for them, that they hold or gave away, that they left unfinished, and the one they have just placed in vain; and callers
 * of their department who did not hear our last words. `moreRinging`: how many calls ring for them besides.
 */
export async function listMyCalls(context: Context): Promise<{
  now: number;
  calls: MyCall[];
  moreRinging: number;
  lostWords: LostWords[];
  supervisionNews: SupervisionNews[];
}> {
  const person = signedIn(context);
  const db = context.read;
  const offered = await listCallsOffered(db, await listOpenOffersTo(db, person.id));
  const ringing = offered.slice(0, mostRinging).sort(byArrival);
  const held = await listCallsHeldBy(db, person.id);
  const unfinished = await listUnfinishedCallsOf(db, person.id);
  const passedOn = (await listCallsPassedOnBy(db, person.id)).filter((call) =>
    mayTakeBack(person.id, call.phase, keptContextOf(call)),
  );
  const calls = new Map(
    [...ringing, ...held, ...passedOn, ...unfinished, ...(await listInVain(context, held))].map((call) => [
      call.id,
      call,
    ]),
  );
  const company = await readCompanyNames(db);
  const views: MyCall[] = [];
  for (const call of calls.values()) {
    const reading = await readingOfCall(db, call, person);
    const isRinging = ringing.some(({ id }) => id === call.id);
    if (reading === 'none' || (!isRinging && isWithOthers(call, person.id))) continue;
    const reader = { now: context.now(), person, reading, mayWork: true, company };
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
  return {
    now: context.now(),
    calls: views,
    moreRinging: offered.length - ringing.length,
    lostWords: await listLostWords(context),
    supervisionNews: await listSupervisionNews(context),
  };
}

/** Who called it off knows. */
const isWorthTelling = (failed: DialFailure | null | undefined) => !!failed && failed !== 'calledOff';

/** The last call the person placed, when it has just come to nothing and they are on no other. */
async function listInVain(context: Context, held: readonly CallRow[]): Promise<CallRow[]> {
  const person = signedIn(context);
  if (held.some(({ claimedBy }) => claimedBy === person.id)) return [];
  const last = await listLastCallsOf(context.read, person.id, 1);
  return last.filter(
    (call) =>
      (call.endedAt ?? 0) > context.now() - inVainForMs && isWorthTelling(keptContextOf(call).dialFailed),
  );
}

const notesOf = ({ appeal, note }: Draft) => [appeal.note, note].filter((text) => text.trim()).join('\n');

/** Whoever took it over passes it on: the client manager has nothing more to do with it. */
function isWithOthers(call: CallRow, personId: string): boolean {
  const { transferredBy } = keptContextOf(call);
  return call.endedAt === null && !!transferredBy && call.claimedBy === null && call.ownerId === personId;
}

/** Those still open: first what is meant for somebody rather than for whoever is free, then the one that has waited longest. */
async function listCallsOffered(db: Db, offers: readonly CallOfferRow[]): Promise<CallRow[]> {
  if (offers.length === 0) return [];
  const purposes = new Map(offers.map(({ callId, purpose }) => [callId, purpose]));
  const isForAnybody = ({ id }: CallRow) => Number(purposes.get(id) === 'inbound');
  const calls = (await listCallsByIds(db, [...purposes.keys()])).filter(({ endedAt }) => endedAt === null);
  return calls.sort((one, other) => isForAnybody(one) - isForAnybody(other) || byArrival(one, other));
}

const byArrival = (one: CallRow, other: CallRow) => one.arrivedAt - other.arrivedAt;
