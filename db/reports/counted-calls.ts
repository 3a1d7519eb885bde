import { and, eq, gt, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { CallRow } from '@/db/calls';
import { inTimeOrder, type PageAfter } from '@/db/in-time-order';
import type { Db } from '@/db/store';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { hasLeftStep, isConversationOf } from './conversations';
import { listHandledCalls } from './handled-calls';
import { type ArrivedScope, isInQueue, type MeasuredScope } from './measured-scope';
import { listOfferedCalls } from './offered-calls';
import { isCounted, type Limits } from './queue';

/** The calls counted as a figure, newest first. */
export async function listCountedCalls(
  db: Db,
  scope: ArrivedScope,
  figure: CallFigure,
  limits: Limits,
  page: PageAfter,
): Promise<CallRow[]> {
  if (figure === 'handled') return listHandledCalls(db, scope, page);
  if (figure === 'offered' || figure === 'notAnswered') return listOfferedCalls(db, scope, figure, page);
  const { after, limit } = page;
  const { calls, callMeasures: t } = db.t;
  const order = inTimeOrder(t.arrivedAt, t.callId, 'newest', after);
  const rows = await db.q
    .select({ call: calls })
    .from(t)
    .innerJoin(calls, eq(calls.id, t.callId))
    .where(
      and(
        gte(t.arrivedAt, scope.arrivedFrom),
        lt(t.arrivedAt, scope.arrivedUntil),
        isListed(db, scope, figure, limits),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(limit);
  return rows.map(({ call }) => call);
}

function isListed(db: Db, scope: MeasuredScope, figure: CallFigure, limits: Limits): SQL | undefined {
  const t = db.t.callMeasures;
  const step = scope.part?.step;
  switch (figure) {
    case 'all':
      return isInQueue(db, scope);
    case 'talkedByScript':
      return isConversationOf(db, scope);
    case 'brokenOff':
      return and(isConversationOf(db, scope), step ? eq(t.brokenOffAt, step) : isNotNull(t.brokenOffAt));
    case 'leftStep':
      return hasLeftStep(db, scope);
    case 'said':
      return and(isConversationOf(db, scope), gt(t.itemsDone, 0));
    case 'excused':
      return and(isConversationOf(db, scope), gt(t.itemsExcused, 0));
    case 'notSaid':
      return and(isConversationOf(db, scope), sql`${t.itemsDue} > ${t.itemsDone} + ${t.itemsExcused}`);
    case 'wentBack':
      return and(isConversationOf(db, scope), gt(t.backs, 0));
    case 'unlisted':
      return and(isConversationOf(db, scope), gt(t.unlistedAnswers, 0));
    case 'refused':
      return and(isConversationOf(db, scope), gt(t.refusedAnswers, 0));
    default:
      return and(isInQueue(db, scope), isCounted(db, scope, figure, limits));
  }
}
