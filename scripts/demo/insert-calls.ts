import type { Db } from '@/db/store';
import { inboundCall } from '@/lib/domain/call-scripts/inbound-call.script';
import { dayMs } from '@/lib/domain/duration';
import { callRow } from './call-row';
import { insertAll } from './insert-all';
import type { PastCall } from './tell-call';

export async function insertCalls(db: Db, told: readonly PastCall[], now: number): Promise<void> {
  const inserted = [...told].sort((one, other) => (one.call.id < other.call.id ? -1 : 1));
  const conversations = inserted.flatMap(({ conversation }) => conversation ?? []);
  await insertAll(
    db,
    db.t.calls,
    inserted.map(({ call }) => callRow(call, call.learnt)),
  );
  await insertAll(
    db,
    db.t.callFacts,
    inserted.flatMap(({ call }) => call.facts),
  );
  await insertAll(
    db,
    db.t.callOffers,
    inserted.flatMap(({ call }) => call.offers),
  );
  await insertAll(
    db,
    db.t.callClaims,
    inserted.flatMap(({ call }) => call.claims),
  );
  await insertAll(
    db,
    db.t.callScriptRuns,
    conversations.map((conversation) => conversation.run()),
  );
  await insertAll(
    db,
    db.t.callScriptEvents,
    conversations.flatMap(({ events }) => events),
  );
  await db.q
    .insert(db.t.wordings)
    .values({
      scriptId: inboundCall.id,
      version: 1,
      words: inboundCall.wording,
      note: '',
      publishedBy: null,
      publishedAt: now - 400 * dayMs,
    })
    .onConflictDoNothing();
}
