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
import { inTurns } from './in-turns';
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
  const read = await inTurns(rows, batch, (some) =>
    some.map((row) => ({
      row,
      phone: row.phone ? cardPhone({ raw: row.phone }, cities.diallingCode(row.city)) : null,
    })),
  );
  const known = await readKnownCards(db, read);
  const seenContracts = new Set<string>();
  const plan = ({ row, phone }: ReadRow): PlannedRow => {
    const problems = [...row.problems];
    const numberNorm = row.contract ? normaliseContractNumber(row.contract) : '';
    if (numberNorm && seenContracts.has(numberNorm)) {
      problems.push({ field: 'contract', problem: 'duplicateInFile' });
    }
    seenContracts.add(numberNorm);
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
  };
  return inTurns(read, batch, (some) => some.map(plan));
}

type ReadRow = { row: ImportRow; phone: CardPhone | null };

type KnownCards = {
  byContract: Map<string, CounterpartyRow[]>;
  byPhone: Map<string, CounterpartyRow[]>;
  phonesOf: Map<string, CounterpartyPhoneRow[]>;
  contractsOf: Map<string, Set<string>>;
};

async function readKnownCards(db: Db, rows: ReadRow[]): Promise<KnownCards> {
  const numbers = rows.map(({ row }) => normaliseContractNumber(row.contract)).filter(Boolean);
  const e164s = rows.flatMap(({ phone }) => phone?.e164 ?? []);
  const contracts = await inTurns([...new Set(numbers)], batch, (some) => findContracts(db, some, batch * 5));
  const phones = await inTurns([...new Set(e164s)], batch, (some) => findPhones(db, some, batch * 20));
  const ids = [...contracts, ...phones].map((row) => row.counterpartyId);
  const cards = await inTurns([...new Set(ids)], batch, (some) => listCounterpartiesByIds(db, some));
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
  const allContracts = await inTurns([...new Set(ids)], batch, (some) =>
    listContractsOfCounterparties(db, some),
  );
  const allPhones = await inTurns([...new Set(ids)], batch, (some) => listPhonesOfCounterparties(db, some));
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
