import {
  and,
  eq,
  exists,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { CallDirection, CallOutcome } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { TimeOrder } from '@/lib/domain/paging';
import type { CallRow } from './calls';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { ScoreCardScope } from './score-cards';
import type { Db } from './store';

/** Whose calls a list may hold. `departmentId`: calls handed over to that department, and those its people placed. */
export type CallScope = 'all' | { departmentId: string };

export type CallFilter = {
  scope: CallScope;
  from?: number;
  /** The moment after the last one. */
  until?: number;
  outcomes?: readonly CallOutcome[];
  route?: CallRoute;
  /** Who led the conversation or took the call. */
  employeeId?: string;
  callerE164?: string;
  direction?: CallDirection;
  isUnfinished?: boolean;
  /** Conversations by a call script: an answer was refused; an answer was not in the list. */
  hasRefused?: boolean;
  hasUnlisted?: boolean;
  /** A step that was left again lasted at least so long. */
  longStepSeconds?: number;
  /** With a score card of that scope, or conversations without one; the reviewer's own card counts as none. */
  scored?: { is: 'with' | 'without'; scope: ScoreCardScope; notOf: string };
};

export async function listCalls(
  db: Db,
  filter: CallFilter & { order?: TimeOrder } & PageAfter,
): Promise<CallRow[]> {
  const { calls } = db.t;
  const { scope } = filter;
  const listed = listedBy(db, filter);
  const order = inTimeOrder(listed.arrivedAt, listed.id, filter.order ?? 'newest', filter.after);
  return listed.query
    .where(
      and(
        scope === 'all' ? undefined : isOfDepartment(db, scope.departmentId),
        filter.from === undefined ? undefined : gte(listed.arrivedAt, filter.from),
        filter.until === undefined ? undefined : lt(listed.arrivedAt, filter.until),
        filter.outcomes && inArray(calls.outcome, [...filter.outcomes]),
        filter.route && eq(calls.route, filter.route),
        filter.employeeId ? wasLedOrTakenBy(db, filter.employeeId) : undefined,
        filter.callerE164 ? eq(calls.callerE164, filter.callerE164) : undefined,
        filter.direction && isOfDirection(db, filter.direction),
        filter.isUnfinished ? isUnfinished(db) : undefined,
        ...wereSo(db, filter),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(filter.limit);
}

const isOfConversation = ({ hasRefused, hasUnlisted, longStepSeconds, scored }: CallFilter) =>
  Boolean(hasRefused || hasUnlisted || longStepSeconds || scored?.is === 'without');

/**
 * Calls in the order of their arrival. Those narrowed by what few have are found by the index of what they have, and the
 * order is that of its table.
 */
function listedBy(db: Db, filter: CallFilter) {
  const { calls, conversationFacts, scoreCards } = db.t;
  const columns = getTableColumns(calls);
  if (filter.scored?.is === 'with') {
    const query = db.q.select(columns).from(scoreCards).innerJoin(calls, eq(calls.id, scoreCards.callId));
    return { query, arrivedAt: scoreCards.arrivedAt, id: scoreCards.callId };
  }
  if (isOfConversation(filter)) {
    const query = db.q
      .select(columns)
      .from(conversationFacts)
      .innerJoin(calls, eq(calls.id, conversationFacts.callId));
    return { query, arrivedAt: conversationFacts.arrivedAt, id: conversationFacts.callId };
  }
  return { query: db.q.select(columns).from(calls), arrivedAt: calls.arrivedAt, id: calls.id };
}

/** What a conversation was like. An index over some rows is found by its very words alone. */
function wereSo(db: Db, filter: CallFilter): (SQL | undefined)[] {
  const { calls, conversationFacts: facts, scoreCards } = db.t;
  const { hasRefused, hasUnlisted, longStepSeconds, scored } = filter;
  const told = [
    hasRefused ? sql`${facts.refusedAnswers} > 0` : undefined,
    hasUnlisted ? sql`${facts.unlistedAnswers} > 0` : undefined,
    longStepSeconds ? gte(facts.longestStepSeconds, longStepSeconds) : undefined,
  ];
  if (!scored) return told;
  const isSeen = and(
    scored.scope === 'all' ? undefined : eq(scoreCards.departmentId, scored.scope.departmentId),
    ne(scoreCards.employeeId, scored.notOf),
  );
  if (scored.is === 'without') {
    const card = db.q
      .select({ id: scoreCards.id })
      .from(scoreCards)
      .where(and(eq(scoreCards.callId, facts.callId), isSeen));
    return [...told, notExists(card)];
  }
  if (told.every((one) => one === undefined)) return [isSeen];
  const conversation = db.q
    .select({ id: facts.callId })
    .from(facts)
    .where(and(eq(facts.callId, calls.id), ...told));
  return [isSeen, exists(conversation)];
}

/** The outbound ones have an index of their own, which only these very words find. */
const isOfDirection = ({ t: { calls } }: Db, direction: CallDirection) =>
  direction === 'outbound' ? sql`${calls.direction} = 'outbound'` : eq(calls.direction, direction);

function isOfDepartment(db: Db, departmentId: string): SQL | undefined {
  const { calls, employees } = db.t;
  const placedByTheirs = exists(
    db.q
      .select({ id: employees.id })
      .from(employees)
      .where(and(eq(employees.id, calls.ownerId), eq(employees.departmentId, departmentId))),
  );
  return or(eq(calls.handOverDepartmentId, departmentId), and(isOfDirection(db, 'outbound'), placedByTheirs));
}

/** Which unfinished calls are asked for: everybody's, or those of these owners and of the people of a department. */
export type OwnerScope = 'all' | { ownerIds: readonly string[]; departmentId?: string };

/** IN-6: ended calls whose conversation is still to be finished; those that wait longest first. */
export async function listUnfinishedCalls(
  db: Db,
  { scope, ownerId, after, limit }: { scope: OwnerScope; ownerId?: string } & PageAfter,
): Promise<CallRow[]> {
  const { calls } = db.t;
  const order = inTimeOrder(calls.unfinishedSince, calls.id, 'oldest', after);
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isUnfinished(db),
        isOwnedWithin(db, scope),
        ownerId === undefined ? undefined : eq(calls.ownerId, ownerId),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
}

export async function countUnfinishedCalls(db: Db, scope: OwnerScope, ownerId?: string): Promise<number> {
  const { calls } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(calls)
    .where(
      and(
        isUnfinished(db),
        isOwnedWithin(db, scope),
        ownerId === undefined ? undefined : eq(calls.ownerId, ownerId),
      ),
    );
  return row?.count ?? 0;
}

const isUnfinished = ({ t: { calls } }: Db) =>
  and(isNotNull(calls.unfinishedSince), isNull(calls.finishedAt));

function isOwnedWithin(db: Db, scope: OwnerScope): SQL | undefined {
  if (scope === 'all') return undefined;
  const { calls, employees } = db.t;
  const isOfDepartment = exists(
    db.q
      .select({ id: employees.id })
      .from(employees)
      .where(and(eq(employees.id, calls.ownerId), eq(employees.departmentId, scope.departmentId ?? ''))),
  );
  const isOwn = inArray(calls.ownerId, [...scope.ownerIds]);
  return scope.departmentId ? or(isOwn, isOfDepartment) : isOwn;
}

function wasLedOrTakenBy(db: Db, employeeId: string): SQL | undefined {
  const { calls, callClaims } = db.t;
  const claim = db.q
    .select({ callId: callClaims.callId })
    .from(callClaims)
    .where(
      and(
        eq(callClaims.callId, calls.id),
        eq(callClaims.employeeId, employeeId),
        isNotNull(callClaims.joinedAt),
      ),
    );
  return or(eq(calls.ownerId, employeeId), exists(claim));
}
