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
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { NextReactionKind } from '@/lib/domain/reactions/reaction';
import { hasRow } from './has-row';
import type { NextReactionRow } from './next-reactions';
import type { Db } from './store';

export type OpenNextReactionFilter = {
  /** Those of these people; of this department, of nobody there yet if asked; neither: all. */
  employeeIds?: string[];
  departmentId?: string;
  /** Without a person, and no lead that waits in the lead inbox. */
  isUnassigned?: boolean;
  isComplaint?: boolean;
  kind?: NextReactionKind;
  /** Of `employeeIds` or the department, those of this person alone; null: of nobody yet. */
  employeeId?: string | null;
  /** On appeals of this project. */
  projectId?: string;
  /** With these cards. */
  counterpartyIds?: string[];
  /** Missed calls from these numbers. */
  callers?: string[];
  dueFrom?: number;
  dueBefore?: number;
};

/** By when it is due or by when it was written; both have indexes. */
export type OpenNextReactionOrder = { by: 'dueAt' | 'createdAt'; isDescending: boolean };

export const soonestFirst: OpenNextReactionOrder = { by: 'dueAt', isDescending: false };

/** What is still to be done, soonest first unless another order is asked for. */
export async function listOpenNextReactions(
  db: Db,
  query: OpenNextReactionFilter & {
    order?: OpenNextReactionOrder;
    /** `at` is the time that the list is sorted by, epoch ms. */
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  const { after, order = soonestFirst } = query;
  const column = next[order.by];
  const [direction, beyond, atOrBeyond] = order.isDescending ? [desc, lt, lte] : [asc, gt, gte];
  return db.q
    .select()
    .from(next)
    .where(
      and(
        ...isOpenAnd(db, query),
        after && and(atOrBeyond(column, after.at), or(beyond(column, after.at), beyond(next.id, after.id))),
      ),
    )
    .orderBy(direction(column), direction(next.id))
    .limit(query.limit);
}

/** With whom of other departments, or who left, work of a department still lies. */
export async function listResponsibleOutside(db: Db, departmentId: string): Promise<string[]> {
  const { nextReactions: next, employees } = db.t;
  const isOfDepartment = and(
    eq(next.responsibleEmployeeId, employees.id),
    isNull(next.endedAt),
    eq(next.responsibleDepartmentId, departmentId),
  );
  const rows = await db.q
    .select({ id: employees.id })
    .from(employees)
    .where(
      and(
        or(ne(employees.departmentId, departmentId), isNotNull(employees.disabledAt)),
        hasRow(db, next, isOfDepartment),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Counted up to `most`: a work list needs no more exact a figure. */
export async function countOpenNextReactions(
  db: Db,
  query: OpenNextReactionFilter,
  most: number,
): Promise<number> {
  const next = db.t.nextReactions;
  const some = db.q
    .select({ id: next.id })
    .from(next)
    .where(and(...isOpenAnd(db, query)))
    .limit(most)
    .as('some');
  const [row] = await db.q.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row!.count;
}

/** How many lie with each of these people. */
export async function countOpenNextReactionsByEmployee(
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, number>> {
  if (employeeIds.length === 0) return new Map();
  const next = db.t.nextReactions;
  const rows = await db.q
    .select({ id: next.responsibleEmployeeId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(next)
    .where(and(...isOpenAnd(db, { employeeIds: [...employeeIds] })))
    .groupBy(next.responsibleEmployeeId);
  return new Map(rows.map(({ id, count }) => [id!, count]));
}

/**
 * What is still to be done and was to be done within less than `withinMs` of the beginning of its clock, the latest due
 * first.
 */
export async function listUrgentNextReactions(
  db: Db,
  query: OpenNextReactionFilter & { withinMs: number; limit: number },
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(and(...isOpenAnd(db, query), lt(sql`${next.dueAt} - ${next.startedAt}`, query.withinMs)))
    .orderBy(desc(next.dueAt), desc(next.id))
    .limit(query.limit);
}

function isOpenAnd(db: Db, filter: OpenNextReactionFilter): (SQL | undefined)[] {
  const next = db.t.nextReactions;
  return [
    isNull(next.endedAt),
    filter.employeeIds && inArray(next.responsibleEmployeeId, filter.employeeIds),
    filter.departmentId ? eq(next.responsibleDepartmentId, filter.departmentId) : undefined,
    ...(filter.isUnassigned ? [isNull(next.responsibleEmployeeId), isNoWaitingLead(db)] : []),
    filter.isComplaint === undefined
      ? undefined
      : filter.isComplaint
        ? eq(next.kind, 'complaint')
        : ne(next.kind, 'complaint'),
    filter.kind && eq(next.kind, filter.kind),
    filter.employeeId === undefined
      ? undefined
      : filter.employeeId === null
        ? isNull(next.responsibleEmployeeId)
        : eq(next.responsibleEmployeeId, filter.employeeId),
    filter.projectId === undefined ? undefined : isOfProject(db, filter.projectId),
    filter.counterpartyIds && inArray(next.counterpartyId, filter.counterpartyIds),
    filter.callers && and(isNull(next.counterpartyId), inArray(next.callerE164, filter.callers)),
    filter.dueFrom === undefined ? undefined : gte(next.dueAt, filter.dueFrom),
    filter.dueBefore === undefined ? undefined : lt(next.dueAt, filter.dueBefore),
  ];
}

function isOfProject(db: Db, projectId: string): SQL {
  const { nextReactions: next, appeals } = db.t;
  return exists(
    db.q
      .select({ id: appeals.id })
      .from(appeals)
      .where(and(eq(appeals.id, next.appealId), eq(appeals.projectId, projectId))),
  );
}

function isNoWaitingLead(db: Db): SQL {
  const { nextReactions: next, leads } = db.t;
  return notExists(
    db.q
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.nextReactionId, next.id), isNull(leads.acceptedAt), isNull(leads.endedAt))),
  );
}
