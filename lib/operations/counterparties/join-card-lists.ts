import type { CounterpartyRow } from '@/db/counterparties';
import { type CardListTable, cardListTables, listCardRows, updateCardRows } from '@/db/counterparty-merges';
import type { MergedBefore } from '@/lib/domain/counterparties/merge';
import type { Tx } from '@/lib/operations/context';

type Row = Record<string, unknown>;

/** The card's row and the rows of its lists, as they are. */
export async function readCardLists(tx: Tx, card: CounterpartyRow): Promise<MergedBefore['survivor']> {
  const lists: Record<string, Row[]> = { counterparties: [card] };
  for (const table of cardListTables) lists[table] = await listCardRows(tx, table, card.id);
  return lists;
}

/** Puts the rows of the lists back. */
export async function putBackCardLists(
  tx: Tx,
  counterpartyId: string,
  lists: MergedBefore['survivor'],
): Promise<void> {
  for (const table of cardListTables) await updateCardRows(tx, table, counterpartyId, lists[table] ?? []);
}

/** By what two rows of a list say the same. */
const sayTheSame: Record<CardListTable, readonly string[]> = {
  counterpartyPhones: ['e164', 'digitsReversed', 'extension', 'contactId'],
  counterpartyEmails: ['addressNorm', 'contactId'],
  counterpartyContacts: ['id'],
  counterpartyProducts: ['projectId'],
  counterpartyValues: ['fieldId'],
  contracts: ['numberNorm'],
};

/** The lists of both cards on the surviving one, its own first; what both say stands once. */
export async function joinCardLists(
  tx: Tx,
  survivorId: string,
  mergedId: string,
  { survivor, merged }: MergedBefore,
): Promise<void> {
  for (const table of cardListTables) {
    const key = (row: Row) => JSON.stringify(sayTheSame[table].map((column) => row[column] ?? null));
    const own = survivor[table] ?? [];
    const known = new Set(own.map(key));
    const last = Math.max(-1, ...own.map((row) => (typeof row.position === 'number' ? row.position : -1)));
    const added = (merged[table] ?? [])
      .filter((row) => !known.has(key(row)))
      .map((row) => ({
        ...row,
        counterpartyId: survivorId,
        ...(typeof row.position === 'number' ? { position: row.position + last + 1 } : {}),
      }));
    await updateCardRows(tx, table, mergedId, []);
    await updateCardRows(tx, table, survivorId, [...own, ...added]);
  }
}
