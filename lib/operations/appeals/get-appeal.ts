import { getAppeal as findAppeal } from '@/db/appeals';
import { listVisibleCounterparties } from '@/db/counterparties';
import { listNextReactionChanges, listNextReactionsOfAppeals } from '@/db/next-reactions';
import { listReactionsOfAppeals } from '@/db/reactions';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { notFound } from '@/lib/domain/errors';
import { cursorOf, toPage } from '@/lib/domain/paging';
import type { AppealPage } from '@/lib/domain/reactions/reaction-views';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from '@/lib/operations/counterparties/card-summaries';
import { describeChanges } from '@/lib/operations/reactions/describe-changes';
import {
  describeNextReactionChanges,
  describeNextReactions,
} from '@/lib/operations/reactions/describe-next-reactions';
import { describeReactions } from '@/lib/operations/reactions/describe-reactions';
import { describeAppeals } from './describe-appeals';

const mostReactions = 200;
const filesShown = 10;

/** One appeal with its reactions, all its next reactions and their history. @throws Refusal `notFound` */
export async function getAppeal(context: Context, input: { appealId: string }): Promise<AppealPage> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const row = await findAppeal(db, input.appealId);
  const [card] = row ? await listVisibleCounterparties(db, cardScopeOf(person), [row.counterpartyId]) : [];
  if (!row || !card) throw notFound('appeal');
  const [appeal] = await describeAppeals(db, [row]);
  const [summary] = await cardSummaries(db, [card]);
  const left = await listNextReactionsOfAppeals(db, [row.id], 'all');
  const changes = await describeNextReactionChanges(
    db,
    await listNextReactionChanges(
      db,
      left.map((next) => next.id),
    ),
  );
  const nextReactions = await describeNextReactions(db, person, left, now);
  const reactions = toPage(
    await listReactionsOfAppeals(db, [row.id], mostReactions + 1),
    mostReactions,
    (last) => cursorOf(last.happenedAt, last.id),
  );
  const attachments = await readAttachments(db, person, {
    counterpartyId: card.id,
    appealId: row.id,
    limit: filesShown,
  });
  context.saw({ kind: 'appeal', subjectId: row.id, counterpartyId: card.id });
  return {
    appeal: appeal!,
    card: summary!,
    reactions: await describeReactions(db, person, reactions.rows),
    moreReactions: reactions.next,
    nextReactions: nextReactions.map((next) => ({ ...next, changes: changes.get(next.id) ?? [] })),
    attachments: attachments.rows,
    moreAttachments: attachments.next,
    changes: await describeChanges(db, 'appeal', row.id),
    may: { edit: true },
    now,
  };
}
