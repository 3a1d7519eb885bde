import { listContractsOfCounterparties } from '@/db/contracts';
import { listContactsOfCounterparties } from '@/db/counterparty-contacts';
import {
  deleteCounterpartyWords,
  insertCounterpartyWords,
  insertWordEndings,
  listWordsWithEndings,
} from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { endingsOfWord, searchWords } from '@/lib/domain/counterparties/card-search';

type Searched = { id: string; name: string; contactPerson: string };

/** Keeps the words a card is found by in step with its name, contact persons and contracts. */
export async function saveSearchWords(tx: Db, card: Searched): Promise<void> {
  const contracts = await listContractsOfCounterparties(tx, [card.id]);
  const contacts = await listContactsOfCounterparties(tx, [card.id]);
  await deleteCounterpartyWords(tx, card.id);
  await addSearchWords(tx, [
    {
      card,
      contracts: contracts.map(({ number }) => number),
      contacts: contacts.map(({ name }) => name),
    },
  ]);
}

/** Adds the words of new cards, and the endings of words that no card had yet. */
export async function addSearchWords(
  tx: Db,
  cards: readonly { card: Searched; contracts: readonly string[]; contacts?: readonly string[] }[],
): Promise<void> {
  const rows = cards.flatMap(({ card, contracts, contacts }) =>
    searchWords(card, contracts, contacts).map((word) => ({ word, counterpartyId: card.id })),
  );
  await insertCounterpartyWords(tx, rows);
  const words = [...new Set(rows.map(({ word }) => word))].filter((word) => endingsOfWord(word).length > 0);
  const known = new Set(await listWordsWithEndings(tx, words));
  await insertWordEndings(
    tx,
    words
      .filter((word) => !known.has(word))
      .flatMap((word) => endingsOfWord(word).map((ending) => ({ ending, word }))),
  );
}
