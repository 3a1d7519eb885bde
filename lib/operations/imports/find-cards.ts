import { findContracts } from '@/db/contracts';
import {
  type CounterpartyRow,
  findCounterpartiesToMatch,
  listCounterpartiesByIds,
} from '@/db/counterparties';
import { findPhones } from '@/db/counterparty-phones';
import { listMadeByImport } from '@/db/import-rows';
import type { Db } from '@/db/store';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { RowProblem } from '@/lib/domain/imports/import-row';
import type { ReadRow } from '@/lib/domain/imports/read-row';
import { cardPhone } from '@/lib/operations/counterparties/read-card-phone';
import type { Surroundings } from './import-work';

export type CardPhone = ReturnType<typeof cardPhone>;
/** Spelled as cards are found; empty for what a row does not tell. */
export type CardKeys = { inn: string; numberNorm: string; nameNorm: string; phone: CardPhone | null };

/** The cards that rows may mean, by what leads to them. */
export type FoundCards = {
  keys(row: ReadRow): CardKeys;
  by: Record<'inn' | 'contract' | 'phone' | 'name', ReadonlyMap<string, CounterpartyRow[]>>;
  /** What the import itself has made, by INN. */
  ownOfInn: ReadonlyMap<string, CounterpartyRow>;
};

/** So many cards of one key are looked at; a key of more leads to none for certain anyway. */
const mostOfKey = 5;

/**
 * The cards that some rows lead to by INN, contract number, phone and name; those that the import itself has made stand
 * apart, so that what becomes of a row does not depend on where its part begins.
 */
export async function findCards(
  db: Db,
  rows: readonly ReadRow[],
  around: Surroundings,
  importId: string | null,
): Promise<FoundCards> {
  const all = new Map(rows.map((row) => [row.row, keysOf(row, around)]));
  const keys = [...all.values()];
  const one = (list: string[]) => [...new Set(list.filter(Boolean))];
  const most = rows.length * mostOfKey;
  const contracts = await findContracts(db, one(keys.map(({ numberNorm }) => numberNorm)), most);
  const phones = await findPhones(db, one(keys.map(({ phone }) => phone?.e164 ?? '')), most);
  const told = await findCounterpartiesToMatch(
    db,
    { inns: one(keys.map(({ inn }) => inn)), namesNorm: one(keys.map(({ nameNorm }) => nameNorm)) },
    most,
  );
  const linked = await listCounterpartiesByIds(
    db,
    one([...contracts, ...phones].map((row) => row.counterpartyId)),
  );
  const ids = one([...told, ...linked].map(({ id }) => id));
  const own = new Set(importId ? await listMadeByImport(db, importId, ids) : []);
  const cards = new Map(
    [...told, ...linked]
      .filter((card) => !own.has(card.id) && card.mergedInto === null)
      .map((card) => [card.id, card]),
  );
  const by = { inn: new Map(), contract: new Map(), phone: new Map(), name: new Map() };
  const add = (to: Map<string, CounterpartyRow[]>, key: string, id: string) => {
    const card = cards.get(id);
    const known = to.get(key) ?? [];
    if (card && key && !known.includes(card)) to.set(key, [...known, card]);
  };
  for (const { counterpartyId, numberNorm } of contracts) add(by.contract, numberNorm, counterpartyId);
  for (const { counterpartyId, e164 } of phones) add(by.phone, e164!, counterpartyId);
  for (const card of told) {
    add(by.inn, card.inn, card.id);
    add(by.name, card.nameNorm, card.id);
  }
  const ofImport = told.filter((card) => own.has(card.id) && card.inn !== '');
  const ownOfInn = new Map(ofImport.map((card) => [card.inn, card]));
  return { keys: (row) => all.get(row.row)!, by, ownOfInn };
}

/** What a row says of its card, as cards are found by it. */
export function keysOf({ values }: ReadRow, { cities }: Surroundings): CardKeys {
  return {
    inn: values.inn.replaceAll(/\s/g, ''),
    numberNorm: normaliseContractNumber(values.contract),
    nameNorm: normaliseName(values.name),
    phone: values.phone ? cardPhone({ raw: values.phone }, cities.diallingCode(values.city)) : null,
  };
}

type Lead = 'inn' | 'contract' | 'phone' | 'name';

/**
 * The one card that a row is of: what leads most surely decides, and the name chooses among several. Without one the
 * problems of the row say what is wrong, and with which field.
 */
export function cardOf(
  row: ReadRow,
  { keys, by }: FoundCards,
  leads: readonly Lead[],
): { card: CounterpartyRow | null; problems: RowProblem[] } {
  const { inn, numberNorm, nameNorm, phone } = keys(row);
  const key = { inn, contract: numberNorm, phone: phone?.e164 ?? '', name: nameNorm };
  const told = leads.filter((lead) => key[lead] !== '');
  const without = (problem: 'cardNotFound' | 'cardOfSeveral', field: Lead) => ({
    card: null,
    problems: [...row.problems, { field, problem }],
  });
  for (const lead of told) {
    const found = by[lead].get(key[lead]) ?? [];
    const named = found.length > 1 && nameNorm ? found.filter((card) => card.nameNorm === nameNorm) : found;
    if (named.length === 1) return { card: named[0]!, problems: [...row.problems] };
    if (found.length > 1) return without('cardOfSeveral', lead);
  }
  return without('cardNotFound', told[0] ?? leads[0]!);
}
