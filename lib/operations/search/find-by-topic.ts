import { listAppealsByIds, listAppealsOfCounterparties } from '@/db/appeals';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { searchVariants } from '@/lib/domain/counterparties/search-text';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import { topicParts } from '@/lib/domain/search/topic-parts';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { type Context, signedIn } from '@/lib/operations/context';
import { matchCards } from '@/lib/operations/counterparties/match-cards';
import { matchTopics } from './match-topics';

const mostCards = 3;
/** So many of the newest appeals of a card are looked through. */
const mostLookedThrough = 100;

/**
 * The newest appeals whose topic has every word of the line, whole or begun («сбой печати»); where there are none, unless the
 * line is to be a topic alone, those whose topic holds some words of it, of the counterparties that the other words lead to best:
 * «ромашка цены».
 */
export async function findByTopic(
  context: Context,
  query: string,
  { most, alone }: { most: number; alone: boolean },
): Promise<AppealView[]> {
  const scope = cardScopeOf(signedIn(context));
  const ids = await matchTopics(context.read, query, scope, most);
  if (ids.length === 0) return alone ? [] : findOfCards(context, query, most);
  const rows = await listAppealsByIds(context.read, ids);
  context.saw({ kind: 'appeals', rowCount: rows.length, filters: ['text'], afterId: ids[0] });
  return describeAppeals(
    context.read,
    rows.sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1)),
  );
}

async function findOfCards(context: Context, query: string, most: number): Promise<AppealView[]> {
  const scope = cardScopeOf(signedIn(context));
  for (const { card, topic } of topicParts(query)) {
    const matched = [...(await matchCards(context.read, card, scope, mostCards))]
      .sort(([, one], [, other]) => one.rank - other.rank)
      .map(([id]) => id);
    const meant = searchVariants(topic).map((words) => words.split(' '));
    const isMeant = (words: string) => meant.some((all) => all.every((word) => words.includes(word)));
    const found = [];
    for (const id of matched) {
      const newest = await listAppealsOfCounterparties(context.read, [id], 'all', mostLookedThrough);
      const ofTopic = newest.filter((appeal) => isMeant(normaliseName(appeal.topic))).slice(0, most);
      if (ofTopic.length > 0) {
        context.saw({ kind: 'appeals', subjectId: id, counterpartyId: id, rowCount: ofTopic.length });
      }
      found.push(...ofTopic);
    }
    if (found.length > 0) return describeAppeals(context.read, found.slice(0, most));
  }
  return [];
}
