import { getAppeal } from '@/db/appeals';
import { getNextReaction } from '@/db/next-reactions';
import { invalid, notFound } from '@/lib/domain/errors';
import type { FulfilNextReaction } from '@/lib/domain/reactions/next-reactions.contract';
import type { WrittenRecords } from '@/lib/domain/reactions/records';
import { type Context, signedIn } from '@/lib/operations/context';
import { recordReaction } from './record-reaction';

/**
 * «Выполнено»: the reaction that happened fulfils the next reaction, and asks for the next one or closes the appeal.
 * Card and appeal are its own; a missed call has none, so they are given.
 * @throws Refusal as `recordReaction`
 */
export async function fulfilNextReaction(
  context: Context,
  input: FulfilNextReaction,
): Promise<WrittenRecords> {
  signedIn(context);
  const { nextReactionId, ...record } = input;
  const next = await getNextReaction(context.read, nextReactionId);
  if (!next) throw notFound('next reaction');
  const appeal = next.appealId ? await getAppeal(context.read, next.appealId) : null;
  const counterparty = appeal
    ? ({ use: 'existing', id: appeal.counterpartyId, complete: {} } as const)
    : record.counterparty;
  const usedAppeal = appeal ? ({ use: 'existing', id: appeal.id } as const) : record.appeal;
  if (!counterparty) throw invalid({ counterparty: 'required' });
  if (!usedAppeal) throw invalid({ appeal: 'required' });
  return recordReaction(context, { ...record, counterparty, appeal: usedAppeal, fulfils: nextReactionId });
}
