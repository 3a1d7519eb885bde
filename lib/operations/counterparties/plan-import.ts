import { findContracts, listContractsOfCounterparties } from '@/db/contracts';
import { type CounterpartyRow, listCounterpartiesByIds } from '@/db/counterparties';
import { type CounterpartyPhoneRow, findPhones, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { isMissing } from '@/lib/domain/counterparties/card-fields';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { type ImportRow, keepsOut } from '@/lib/domain/counterparties/import-row';
import type { ImportResult } from '@/lib/domain/counterparties/imports.contract';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { CityDirectory } from './city-directory';
import { cardPhone, isSamePhone } from './read-card-phone';

type CardPhone = ReturnType<typeof cardPhone>;

export type PlannedRow = ImportRow & {
  result: ImportResult;
  /** The card this row completes. */
  card: CounterpartyRow | null;
  readPhone: CardPhone | null;
};

const batch = 400;

/**
 * What each row would do: a contract number leads to its card, else a phone with the same name does; what is found is
 * completed, what is not becomes a new card. One number may belong to several cards (IN-7), so a phone alone decides nothing.
 */
export async function planImport(db: Db, rows: ImportRow[], cities: CityDirectory): Promise<PlannedRow[]> {
  const known = await readKnownCards(db, rows, cities);
  const seenContracts = new Set<string>();
  return rows.map((row): PlannedRow => {
    const problems = [...row.problems];
    const numberNorm = row.contract ? normaliseContractNumber(row.contract) : '';
    if (numberNorm && seenContracts.has(numberNorm)) {
      problems.push({ field: 'contract', problem: 'duplicateInFile' });
    }
    seenContracts.add(numberNorm);
    const phone = row.phone ? cardPhone({ raw: row.phone }, cities.diallingCode(row.city)) : null;
    if (phone && phone.e164 === null) problems.push({ field: 'phone', problem: 'phoneUnread' });

    const byContract = known.byContract.get(numberNorm) ?? [];
    if (byContract.length > 1) problems.push({ field: 'contract', problem: 'contractOfSeveral' });
    const byPhone = phone?.e164 ? (known.byPhone.get(phone.e164) ?? []) : [];
    const sameName = byPhone.filter((card) => card.nameNorm === normaliseName(row.name));
    const card = byContract[0] ?? (sameName.length === 1 ? sameName[0]! : null);
    if (!card && byPhone.length > 0) problems.push({ field: 'phone', problem: 'phoneKnown' });

    const isOut = problems.some(({ problem }) => keepsOut(problem));
    const result = isOut
      ? 'error'
      : card
        ? addsTo(card, row, phone, known)
          ? 'complete'
          : 'same'
        : 'create';
    return { ...row, problems, result, card, readPhone: phone };
  });
}

type KnownCards = {
  byContract: Map<string, CounterpartyRow[]>;
  byPhone: Map<string, CounterpartyRow[]>;
  phonesOf: Map<string, CounterpartyPhoneRow[]>;
  contractsOf: Map<string, Set<string>>;
};

async function readKnownCards(db: Db, rows: ImportRow[], cities: CityDirectory): Promise<KnownCards> {
  const numbers = rows.map((row) => normaliseContractNumber(row.contract)).filter(Boolean);
  const e164s = rows
    .map((row) => (row.phone ? cardPhone({ raw: row.phone }, cities.diallingCode(row.city)).e164 : null))
    .filter((e164) => e164 !== null);
  const contracts = await inBatches(numbers, (some) => findContracts(db, some, batch * 5));
  const phones = await inBatches(e164s, (some) => findPhones(db, some, batch * 20));
  const ids = [...contracts, ...phones].map((row) => row.counterpartyId);
  const cards = await inBatches(ids, (some) => listCounterpartiesByIds(db, some));
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const grouped = <Row extends { counterpartyId: string }>(found: Row[], key: (row: Row) => string) => {
    const groups = new Map<string, CounterpartyRow[]>();
    for (const row of found) {
      const group = groups.get(key(row)) ?? [];
      const card = cardOf.get(row.counterpartyId);
      if (card && !group.includes(card)) group.push(card);
      groups.set(key(row), group);
    }
    return groups;
  };
  const allContracts = await inBatches(ids, (some) => listContractsOfCounterparties(db, some));
  const allPhones = await inBatches(ids, (some) => listPhonesOfCounterparties(db, some));
  return {
    byContract: grouped(contracts, (row) => row.numberNorm),
    byPhone: grouped(phones, (row) => row.e164!),
    phonesOf: Map.groupBy(allPhones, (phone) => phone.counterpartyId),
    contractsOf: new Map(
      [...Map.groupBy(allContracts, (row) => row.counterpartyId)].map(([id, of]) => [
        id,
        new Set(of.map((row) => row.numberNorm)),
      ]),
    ),
  };
}

function addsTo(card: CounterpartyRow, row: ImportRow, phone: CardPhone | null, known: KnownCards): boolean {
  const hasField = (['category', 'city', 'contactPerson'] as const).some(
    (field) => row[field] !== '' && row[field] !== card[field] && isMissing(card[field]),
  );
  const hasPhone =
    phone !== null && !(known.phonesOf.get(card.id) ?? []).some((one) => isSamePhone(phone, one));
  const hasContract =
    row.contract !== '' && !known.contractsOf.get(card.id)?.has(normaliseContractNumber(row.contract));
  return hasField || hasPhone || hasContract;
}

async function inBatches<Found>(
  wanted: readonly string[],
  find: (some: string[]) => Promise<Found[]>,
): Promise<Found[]> {
  const unique = [...new Set(wanted)];
  const found: Found[] = [];
  for (let at = 0; at < unique.length; at += batch) found.push(...(await find(unique.slice(at, at + batch))));
  return found;
}
