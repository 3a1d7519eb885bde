import { listAppealsOfCounterparties } from '@/db/appeals';
import { listTimelineReactions } from '@/db/card-timeline';
import { getCity } from '@/db/cities';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listCallsOfCounterparties } from '@/db/counterparty-calls';
import { findCounterpartiesOfPhone } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import type { Seen } from '@/lib/domain/access-log/seen';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { CallerCandidate, CardEvent } from '@/lib/domain/counterparties/card-views';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { namedProject, projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { cardSummaries } from './card-summaries';

const mostCandidates = 20;
const mostOpenAppeals = 100;
const eventsShown = 5;

/** IN-7: the cards of a caller's number that the person may see. */
export async function findCaller(
  context: Context,
  input: { phone: string },
): Promise<{ candidates: CallerCandidate[] }> {
  const scope = cardScopeOf(signedIn(context));
  const { e164 } = readPhone(input.phone);
  const candidates = await listCallerCandidates(context.read, e164, scope);
  context.saw(...seenCandidates(candidates));
  return { candidates };
}

/** CS-10: whose cards are shown with a caller. */
export const seenCandidates = (candidates: readonly CallerCandidate[]): Seen[] =>
  candidates.map(({ card }) => ({ kind: 'callerCounterparty', subjectId: card.id, counterpartyId: card.id }));

/**
 * IN-7: the cards of the number within the scope, at most 20, with their open appeals and last events; the one heard of
 * last comes first. A withheld or unreadable number (null) belongs to nobody.
 */
export async function listCallerCandidates(
  db: Db,
  e164: string | null,
  scope: CardScope,
): Promise<CallerCandidate[]> {
  if (e164 === null) return [];
  return describeCandidates(db, await findCounterpartiesOfPhone(db, e164, scope, mostCandidates));
}

/** The same for cards already known: the one chosen in a call, the one a lead is about. */
export async function describeCandidates(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<CallerCandidate[]> {
  if (counterpartyIds.length === 0) return [];
  const rows = await listCounterpartiesByIds(db, counterpartyIds);
  const cards = await cardSummaries(db, rows);
  const leaders = await shortNames(
    db,
    rows.map((row) => row.assignedTo),
  );
  const projects = await projectNames(db);
  const candidates: CallerCandidate[] = [];
  for (const [index, card] of cards.entries()) {
    const { cityId, assignedTo } = rows[index]!;
    const openAppeals = await listAppealsOfCounterparties(db, [card.id], 'open', mostOpenAppeals);
    candidates.push({
      card,
      timeZone: (cityId && (await getCity(db, cityId))?.timeZone) || null,
      assignedTo: assignedTo ? { id: assignedTo, name: leaders.get(assignedTo) ?? '' } : null,
      openAppeals: openAppeals.map(({ id, number, topic, projectId, createdAt }) => ({
        id,
        number,
        topic,
        project: namedProject(projects, projectId),
        createdAt,
      })),
      lastEvents: await lastEvents(db, card.id),
    });
  }
  return candidates.sort(byLastEvent);
}

async function lastEvents(db: Db, counterpartyId: string): Promise<CardEvent[]> {
  const reactions = await listTimelineReactions(db, { counterpartyId, limit: eventsShown });
  const calls = await listCallsOfCounterparties(db, [counterpartyId], eventsShown);
  const names = await shortNames(db, [
    ...reactions.map((reaction) => reaction.employeeId),
    ...calls.map((call) => call.ownerId),
  ]);
  const events: CardEvent[] = [
    ...reactions.map(({ id, happenedAt, type, topic, appealId, employeeId }) => ({
      kind: 'reaction' as const,
      id,
      at: happenedAt,
      type,
      topic,
      appealId,
      employeeName: names.get(employeeId) ?? null,
    })),
    ...calls.map(({ id, direction, arrivedAt, outcome, ownerId }) => ({
      direction,
      kind: 'call' as const,
      id,
      at: arrivedAt,
      outcome,
      employeeName: names.get(ownerId ?? '') ?? null,
    })),
  ];
  return events.sort((one, other) => other.at - one.at).slice(0, eventsShown);
}

function byLastEvent(one: CallerCandidate, other: CallerCandidate): number {
  const lastOf = (candidate: CallerCandidate) => candidate.lastEvents[0]?.at ?? 0;
  return lastOf(other) - lastOf(one) || one.card.name.localeCompare(other.card.name, 'ru');
}
