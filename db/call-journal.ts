import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { CallDirection, CallOutcome } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { CallRow } from './calls';
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
};

/** Newest first. */
export async function listCalls(
  db: Db,
  filter: CallFilter & { after?: { arrivedAt: number; id: string }; limit: number },
): Promise<CallRow[]> {
  const { calls } = db.t;
  const { after, scope } = filter;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        scope === 'all' ? undefined : isOfDepartment(db, scope.departmentId),
        filter.from === undefined ? undefined : gte(calls.arrivedAt, filter.from),
        filter.until === undefined ? undefined : lt(calls.arrivedAt, filter.until),
        filter.outcomes && inArray(calls.outcome, [...filter.outcomes]),
        filter.route && eq(calls.route, filter.route),
        filter.employeeId ? wasLedOrTakenBy(db, filter.employeeId) : undefined,
        filter.callerE164 ? eq(calls.callerE164, filter.callerE164) : undefined,
        filter.direction && isOfDirection(db, filter.direction),
        filter.isUnfinished ? isUnfinished(db) : undefined,
        after &&
          and(
            lte(calls.arrivedAt, after.arrivedAt),
            or(lt(calls.arrivedAt, after.arrivedAt), lt(calls.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(filter.limit);
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
  { scope, after, limit }: { scope: OwnerScope; after?: { since: number; id: string }; limit: number },
): Promise<CallRow[]> {
  const { calls } = db.t;
  return db.q
    .select()
    .from(calls)
    .where(
      and(
        isUnfinished(db),
        isOwnedWithin(db, scope),
        after &&
          and(
            gte(calls.unfinishedSince, after.since),
            or(gt(calls.unfinishedSince, after.since), gt(calls.id, after.id)),
          ),
      ),
    )
    .orderBy(asc(calls.unfinishedSince), asc(calls.id))
    .limit(limit);
}

export async function countUnfinishedCalls(db: Db, scope: OwnerScope): Promise<number> {
  const { calls } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(calls)
    .where(and(isUnfinished(db), isOwnedWithin(db, scope)));
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
