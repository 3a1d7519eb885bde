import { and, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm';
import { hasProduct } from './counterparty-products';
import type { Db } from './store';

/**
 * By what complaints are narrowed: those `of` somebody, owned by these people, of a department, late with the answer
 * then.
 */
export type ComplaintFilter = {
  /** Of departments, or of somebody in one: owned by one of these people, or taken down by that one. */
  of?: { departmentIds: readonly string[]; ownerIds: readonly string[]; createdBy: string };
  ownerIds?: readonly string[];
  departmentId?: string;
  /** Epoch ms. */
  lateAt?: number;
  /** Made then or later, and before then (epoch ms). */
  from?: number;
  until?: number;
  counterpartyId?: string;
  /** Of the clients of these people, and of those who have that product. */
  managerIds?: readonly string[];
  productId?: string;
};

/**
 * Each is found by an index of its own; a single condition on all of them would sort every complaint there ever was.
 */
export function waysTo({ t: { complaints } }: Db, { of, ownerIds }: ComplaintFilter) {
  if (ownerIds) return ownerIds.map((id) => eq(complaints.ownerId, id));
  if (!of) return [undefined];
  return [
    ...of.departmentIds.map((id) => eq(complaints.departmentId, id)),
    ...of.ownerIds.map((id) => eq(complaints.ownerId, id)),
    eq(complaints.createdBy, of.createdBy),
  ];
}

/** Beside the ways to them: what each condition of the filter asks of a complaint. */
export const narrowedBy = (db: Db, { departmentId, lateAt, ...filter }: ComplaintFilter) => [
  departmentId ? eq(db.t.complaints.departmentId, departmentId) : undefined,
  filter.from === undefined ? undefined : gte(db.t.complaints.createdAt, filter.from),
  filter.until === undefined ? undefined : lt(db.t.complaints.createdAt, filter.until),
  filter.counterpartyId ? eq(db.t.complaints.counterpartyId, filter.counterpartyId) : undefined,
  filter.managerIds && isAssignedTo(db, filter.managerIds),
  filter.productId ? hasProduct(db, db.t.complaints.counterpartyId, filter.productId) : undefined,
  ...(lateAt === undefined ? [] : [isAnswerOwed(db), lt(db.t.complaints.dueAt, lateAt)]),
];

/** Asked row by row, so that complaints keep the order of their own index. */
const isAssignedTo = ({ q, t: { complaints, counterparties } }: Db, managerIds: readonly string[]) =>
  exists(
    q
      .select({ id: counterparties.id })
      .from(counterparties)
      .where(
        and(
          eq(counterparties.id, complaints.counterpartyId),
          inArray(counterparties.assignedTo, [...managerIds]),
        ),
      ),
  );

/** Their index is found by these very words alone. */
export const isAnswerOwed = ({ t: { complaints } }: Db) =>
  sql`(${complaints.state} <> 'answered' and ${complaints.state} <> 'closed')`;
