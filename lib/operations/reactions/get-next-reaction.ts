import { getAppeal } from '@/db/appeals';
import { listMissedCalls } from '@/db/missed-calls';
import {
  getNextReaction as findNextReaction,
  listNextReactionChanges,
  type NextReactionRow,
} from '@/db/next-reactions';
import { listReactionsOfAppeals } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';
import { maySeeNextReaction } from '@/lib/domain/reactions/next-reaction-rights';
import type {
  NextReactionChangeView,
  NextReactionView,
  ReactionView,
} from '@/lib/domain/reactions/reaction-views';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { reviewableCalls } from '@/lib/operations/calls/reviewable-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { describePlayableRecordings } from '@/lib/operations/recordings/describe-recordings';
import { describeNextReactionChanges, describeNextReactions } from './describe-next-reactions';
import { describeReactions } from './describe-reactions';

const lastShown = 3;

/** One next reaction with who moved it and why, what last happened on its appeal, and what was recorded. @throws Refusal `notFound` */
export async function getNextReaction(
  context: Context,
  input: { nextReactionId: string },
): Promise<{
  nextReaction: NextReactionView;
  changes: NextReactionChangeView[];
  lastReactions: ReactionView[];
  mayReviewCall: boolean;
  recordings: PlayableRecording[];
  appealNote: string;
  now: number;
}> {
  const person = signedIn(context);
  const { read: db } = context;
  const row = await findNextReaction(db, input.nextReactionId);
  if (!row || !maySeeNextReaction(person, row)) throw notFound('next reaction');
  const now = context.now();
  const [nextReaction] = await describeNextReactions(db, person, [row], now);
  const changes = await describeNextReactionChanges(db, await listNextReactionChanges(db, [row.id]));
  const reactions = row.appealId ? await listReactionsOfAppeals(db, [row.appealId], lastShown) : [];
  const appeal = row.appealId ? await getAppeal(db, row.appealId) : null;
  const mayReviewCall = (await reviewableCalls(db, person, [row.callId])).size > 0;
  context.saw({ kind: 'nextReaction', subjectId: row.id, counterpartyId: row.counterpartyId });
  return {
    nextReaction: nextReaction!,
    changes: changes.get(row.id) ?? [],
    lastReactions: await describeReactions(db, person, reactions),
    recordings: [
      ...(row.kind === 'missedCall' ? await messagesOf(db, person, row) : []),
      ...(mayReviewCall ? await describePlayableRecordings(db, person, [row.callId!], 'conversation') : []),
    ],
    appealNote: appeal?.note ?? '',
    mayReviewCall,
    now,
  };
}

async function messagesOf(db: Db, person: Person, row: NextReactionRow): Promise<PlayableRecording[]> {
  const calls = (await listMissedCalls(db, [row])).get(row.id) ?? [];
  return describePlayableRecordings(
    db,
    person,
    calls.map(({ id }) => id),
    'message',
  );
}
