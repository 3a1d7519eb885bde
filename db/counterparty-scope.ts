import { and, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { aliasOf } from './alias';
import type { Db } from './store';

/**
 * True for cards that the scope covers; undefined, which filters nothing, when it covers all. Every table has a name of
 * its own here: `counterpartyId` would otherwise be read as the subquery's column whenever both queries name its table.
 */
export function isWithinScope(db: Db, scope: CardScope, counterpartyId: SQLiteColumn): SQL | undefined {
  if (scope === 'all') return undefined;
  const nextReactions = aliasOf(db.t.nextReactions, 'scope_next_reactions');
  const reactions = aliasOf(db.t.reactions, 'scope_reactions');
  const appeals = aliasOf(db.t.appeals, 'scope_appeals');
  const calls = aliasOf(db.t.calls, 'scope_calls');
  const counterparties = aliasOf(db.t.counterparties, 'scope_counterparties');
  const nextReaction = db.q
    .select({ id: nextReactions.id })
    .from(nextReactions)
    .where(
      and(
        eq(nextReactions.counterpartyId, counterpartyId),
        or(
          eq(nextReactions.responsibleDepartmentId, scope.departmentId),
          inArray(nextReactions.responsibleEmployeeId, scope.employeeIds),
        ),
      ),
    );
  const reaction = db.q
    .select({ id: reactions.id })
    .from(appeals)
    .innerJoin(reactions, eq(reactions.appealId, appeals.id))
    .where(and(eq(appeals.counterpartyId, counterpartyId), inArray(reactions.employeeId, scope.employeeIds)));
  const call = db.q
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.counterpartyId, counterpartyId),
        or(
          inArray(calls.claimedBy, scope.employeeIds),
          inArray(calls.handOverEmployeeId, scope.employeeIds),
          eq(calls.handOverDepartmentId, scope.departmentId),
        ),
      ),
    );
  const ownCard = db.q
    .select({ id: counterparties.id })
    .from(counterparties)
    .where(
      and(
        eq(counterparties.id, counterpartyId),
        or(
          inArray(counterparties.assignedTo, scope.employeeIds),
          inArray(counterparties.createdBy, scope.employeeIds),
        ),
      ),
    );
  return or(exists(nextReaction), exists(reaction), exists(call), exists(ownCard));
}
