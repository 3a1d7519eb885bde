import { mayReadJournal } from '@/lib/domain/employees/permissions';
import type { FoundByQuery } from '@/lib/domain/search/search.contract';
import { type Numbered, searchParts } from '@/lib/domain/search/search-parts';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { findByNumber } from './find-by-number';
import { findByTopic } from './find-by-topic';

const mostOfEach = 6;

/**
 * One line typed for anything: counterparties as `searchCounterparties` finds them; the newest appeals of the one found best, or
 * where none is called so those of a topic; the appeal, the folder and the complaint of this number, or the one of them that is
 * named; and the last calls from this number that the person may review. At most six of each.
 */
export async function searchEverything(context: Context, input: { query: string }): Promise<FoundByQuery> {
  const person = signedIn(context);
  const { cards: named, number, numbered, caller } = searchParts(input.query);
  const found = named ? await searchCounterparties(context, { query: named }) : { cards: [], hasMore: false };
  const cards = found.cards.slice(0, mostOfEach);
  const isOf = (noun: Numbered) => number !== null && (numbered ?? noun) === noun;
  const ofNumber = isOf('appeal')
    ? (await listAppeals(context, { state: 'all', number: number!, limit: 1 })).rows
    : [];
  const others =
    number === null ? { folders: [], complaints: [] } : await findByNumber(context, number, isOf);
  const ofBest = cards[0]
    ? (await listAppeals(context, { state: 'all', counterpartyId: cards[0].id, limit: mostOfEach })).rows
    : named && number === null && !caller
      ? await findByTopic(context, named, mostOfEach)
      : [];
  const calls =
    caller && mayReadJournal(person)
      ? (await listCalls(context, { show: 'all', caller, limit: 2 * mostOfEach })).rows
      : [];
  return {
    cards,
    hasMoreCards: found.hasMore || found.cards.length > cards.length,
    appeals: [...ofNumber, ...ofBest.filter(({ id }) => !ofNumber.some((one) => one.id === id))].slice(
      0,
      mostOfEach,
    ),
    ...others,
    calls: calls.filter(({ mayReview }) => mayReview).slice(0, mostOfEach),
  };
}
