import { listContractsOfCounterparties } from '@/db/contracts';
import type { CounterpartyRow } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import { keepsOut } from '@/lib/domain/imports/import-row';
import type { ReadRow } from '@/lib/domain/imports/read-row';
import { readStatus } from '@/lib/domain/imports/read-status';
import { isSamePhone } from '@/lib/operations/counterparties/read-card-phone';
import { type CardKeys, findCards } from './find-cards';
import type { PlannedRow, Surroundings } from './import-work';

export type PlannedCard = PlannedRow & { keys: CardKeys };

/**
 * A contract number leads to its card, else an INN, else a phone with the same name; what is found is completed, what is not
 * becomes a new card. One number may belong to several cards (IN-7), so a phone alone decides nothing.
 */
export async function planCounterparties(
  db: Db,
  rows: readonly ReadRow[],
  around: Surroundings,
  importId: string | null,
): Promise<PlannedCard[]> {
  const found = await findCards(db, rows, around, importId);
  const planned = rows.map((row) => {
    const keys = found.keys(row);
    const problems = [...row.problems];
    if (row.values.status && !readStatus(row.values.status)) {
      problems.push({ field: 'status', problem: 'statusUnknown' });
    }
    const { city } = row.values;
    if (city && !isMissing(city) && around.cities.isUnknown(city)) {
      problems.push({ field: 'city', problem: 'cityUnknown' });
    }
    if (keys.phone && keys.phone.e164 === null) problems.push({ field: 'phone', problem: 'phoneUnread' });
    const byContract = found.by.contract.get(keys.numberNorm) ?? [];
    if (byContract.length > 1) problems.push({ field: 'contract', problem: 'contractOfSeveral' });
    const byInn = found.by.inn.get(keys.inn) ?? [];
    const byPhone = found.by.phone.get(keys.phone?.e164 ?? '') ?? [];
    const sameName = byPhone.filter((card) => card.nameNorm === keys.nameNorm);
    const card = byContract[0] ?? only(byInn) ?? only(sameName);
    if (!card && byPhone.length > 0) problems.push({ field: 'phone', problem: 'phoneKnown' });
    return { ...row, keys, card, problems };
  });
  const ids = [...new Set(planned.flatMap(({ card }) => card?.id ?? []))];
  const phones = Map.groupBy(await listPhonesOfCounterparties(db, ids), (phone) => phone.counterpartyId);
  const contracts = Map.groupBy(await listContractsOfCounterparties(db, ids), (one) => one.counterpartyId);
  return planned.map((row) => {
    const { card } = row;
    if (row.problems.some(keepsOut)) return { ...row, result: 'error' };
    if (!card) return { ...row, result: 'create' };
    const adds = addsTo(card, row, phones.get(card.id) ?? [], contracts.get(card.id) ?? []);
    return { ...row, result: adds ? 'complete' : 'same' };
  });
}

const only = (cards: readonly CounterpartyRow[]) => (cards.length === 1 ? cards[0]! : null);

function addsTo(
  card: CounterpartyRow,
  { values, keys }: ReadRow & { keys: CardKeys },
  phones: Awaited<ReturnType<typeof listPhonesOfCounterparties>>,
  contracts: Awaited<ReturnType<typeof listContractsOfCounterparties>>,
): boolean {
  const { phone, numberNorm, inn } = keys;
  const hasField = (['category', 'city', 'contactPerson'] as const).some(
    (field) => values[field] !== '' && values[field] !== card[field] && isMissing(card[field]),
  );
  const hasPhone = phone !== null && !phones.some((one) => isSamePhone(phone, one));
  const hasContract = numberNorm !== '' && !contracts.some((one) => one.numberNorm === numberNorm);
  return hasField || hasPhone || hasContract || (inn !== '' && card.inn === '');
}
