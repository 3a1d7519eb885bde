import { mayReadJournal } from '@/lib/domain/employees/permissions';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import type { FoundByQuery } from '@/lib/domain/search/search.contract';
import { type Numbered, searchParts } from '@/lib/domain/search/search-parts';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { type Context, signedIn } from '@/lib/operations/context';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { findByNumber } from './find-by-number';
import { findByTopic } from './find-by-topic';
import { findPeople } from './find-people';

const mostOfEach = 6;

/**
 * One line typed for anything: counterparties as `searchCounterparties` finds them; the newest appeals of the one found best and
 * those of a topic; our own people of this name; the appeal, the folder and the complaint of this number, or the one of them that
 * is named; and the last calls from this number that the person may review. At most six of each.
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
    : [];
  const words = number === null && !caller ? named : null;
  const ofTopic = words
    ? await findByTopic(context, words, { most: mostOfEach, alone: cards.length > 0 })
    : [];
  const calls =
    caller && mayReadJournal(person)
      ? (await listCalls(context, { show: 'all', caller, limit: 2 * mostOfEach })).rows
      : [];
  return {
    cards,
    hasMoreCards: found.hasMore || found.cards.length > cards.length,
    appeals: together([...ofNumber, ...ofBest], ofTopic),
    ...others,
    calls: calls.filter(({ mayReview }) => mayReview).slice(0, mostOfEach),
    people: words ? await findPeople(context, words, mostOfEach) : [],
  };
}

/** Each appeal once; those of a topic have half of the places where there are many of both. */
function together(first: readonly AppealView[], ofTopic: readonly AppealView[]): AppealView[] {
  const once = (appeals: readonly AppealView[]) => [...new Map(appeals.map((one) => [one.id, one])).values()];
  const own = once(first);
  const others = once(ofTopic).filter(({ id }) => !own.some((one) => one.id === id));
  const places = mostOfEach - Math.min(others.length, mostOfEach / 2);
  return [...own.slice(0, places), ...others].slice(0, mostOfEach);
}
