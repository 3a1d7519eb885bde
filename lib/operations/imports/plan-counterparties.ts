import { listContractsOfCounterparties } from '@/db/contracts';
import type { CounterpartyRow } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { defaultCategory, untoldContact } from '@/lib/domain/counterparties/counterparty';
import { checkInn } from '@/lib/domain/counterparties/inn';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import { normaliseName } from '@/lib/domain/counterparties/name';
import {
  type CardExtras,
  isNothing,
  type KnownExtras,
  missingExtras,
} from '@/lib/domain/imports/card-extras';
import { keepsOut } from '@/lib/domain/imports/import-row';
import type { ReadRow } from '@/lib/domain/imports/read-row';
import { readStatus } from '@/lib/domain/imports/read-status';
import { isSamePhone } from '@/lib/operations/counterparties/read-card-phone';
import { type CardKeys, type CardPhone, findCards, keysOf } from './find-cards';
import type { FirstOfInn, PlannedRow, Surroundings } from './import-work';
import { knownExtras } from './known-extras';
import { knownOf, readExtras } from './read-extras';

export type PlannedCard = PlannedRow & { keys: CardKeys; extras: CardExtras<CardPhone> };

type KnownCard = Pick<CounterpartyRow, 'category' | 'city' | 'contactPerson' | 'inn'>;
type KnownPhone = Parameters<typeof isSamePhone>[1];
type KnownContract = { numberNorm: string };

/**
 * A contract number leads to its card, else an INN, also to the card that an earlier row of the file gives it, else a phone with
 * the same name; what is found is completed, what is not becomes a new card. Of several cards of one INN the name chooses. One
 * number may belong to several cards (IN-7), so a phone alone decides nothing. No card is given an INN that another has. A row with nothing to tell its card by but a
 * name that the city knows makes none.
 */
export async function planCounterparties(
  db: Db,
  rows: readonly ReadRow[],
  around: Surroundings,
  importId: string | null,
): Promise<PlannedCard[]> {
  const found = await findCards(db, rows, around, importId);
  const firstOfInn = importId === null ? around.firstOfInn : new Map<string, FirstOfInn>();
  const planned = rows.map((row) => {
    const keys = found.keys(row);
    const { extras, problems: ofExtras } = readExtras(row, around);
    const problems = [...row.problems, ...ofExtras];
    if (row.values.status && !readStatus(row.values.status)) {
      problems.push({ field: 'status', problem: 'statusUnknown' });
    }
    const { city } = row.values;
    if (city && !isMissing(city) && around.cities.isUnknown(city)) {
      problems.push({ field: 'city', problem: 'cityUnknown' });
    }
    if (keys.phone && keys.phone.e164 === null) problems.push({ field: 'phone', problem: 'phoneUnread' });
    if (keys.inn && checkInn(keys.inn)) problems.push({ field: 'inn', problem: 'innDoubtful' });
    const byContract = found.by.contract.get(keys.numberNorm) ?? [];
    if (byContract.length > 1) problems.push({ field: 'contract', problem: 'contractOfSeveral' });
    const byInn = found.by.inn.get(keys.inn) ?? [];
    const byPhone = found.by.phone.get(keys.phone?.e164 ?? '') ?? [];
    const isNamedSo = (card: CounterpartyRow) => card.nameNorm === keys.nameNorm;
    const ofInn = byInn.length > 1 ? byInn.filter(isNamedSo) : byInn;
    const earlier = firstOfInn.get(keys.inn);
    const sure = byContract[0] ?? only(ofInn) ?? found.ownOfInn.get(keys.inn) ?? earlier?.card ?? null;
    const first = sure ? undefined : earlier?.row;
    const card = sure ?? (first ? null : only(byPhone.filter(isNamedSo)));
    if (!card && byInn.length > 1) problems.push({ field: 'inn', problem: 'innOfSeveral' });
    if (!card && !first && byPhone.length > 0) problems.push({ field: 'phone', problem: 'phoneKnown' });
    const hasOnlyName = !keys.inn && !keys.numberNorm && !keys.phone?.e164;
    const namesakes = hasOnlyName
      ? (found.by.name.get(keys.nameNorm) ?? []).filter((one) => isOfCity(one, city, around))
      : [];
    if (namesakes.length > 0) problems.push({ field: 'name', problem: 'nameKnown' });
    const isNew = !card && !first && namesakes.length === 0;
    const isInnOfAnother =
      card?.inn === '' && (byInn.length > 0 || found.ownOfInn.has(keys.inn) || isAnother(earlier, card));
    if (isInnOfAnother) problems.push({ field: 'inn', problem: 'innOfAnother' });
    const bringsInn = keys.inn !== '' && !earlier && !isInnOfAnother && (isNew || card?.inn === '');
    if (bringsInn && !problems.some(keepsOut)) firstOfInn.set(keys.inn, { row, card });
    return {
      ...row,
      keys: isInnOfAnother ? { ...keys, inn: '' } : keys,
      card: card ?? only(namesakes),
      extras,
      first,
      problems,
      isNew,
    };
  });
  const ids = [...new Set(planned.flatMap(({ card }) => card?.id ?? []))];
  const allPhones = await listPhonesOfCounterparties(db, ids);
  const phones = Map.groupBy(allPhones, (phone) => phone.counterpartyId);
  const contracts = Map.groupBy(await listContractsOfCounterparties(db, ids), (one) => one.counterpartyId);
  const withExtras = planned.flatMap(({ card, extras }) => (card && !isNothing(extras) ? card : []));
  const extrasOf = await knownExtras(db, withExtras, allPhones);
  return planned.map(({ first, isNew, ...row }) => {
    const { card, problems } = row;
    if (problems.some(keepsOut)) return { ...row, result: 'error' };
    if (isNew) return { ...row, result: 'create' };
    if (problems.some(({ problem }) => problem === 'nameKnown')) return { ...row, result: 'same' };
    const adds = card
      ? addsTo(card, row, phones.get(card.id) ?? [], contracts.get(card.id) ?? []) ||
        addsExtras(extrasOf.get(card.id), row)
      : addsToFirst(first!, row, around);
    return { ...row, result: adds ? 'complete' : 'same' };
  });
}

/** Whether an earlier row of the file gave its INN to another card than this. */
const isAnother = (earlier: FirstOfInn | undefined, card: CounterpartyRow) =>
  earlier !== undefined && earlier.card?.id !== card.id;

/** A row that tells no city may mean any. */
function isOfCity(card: CounterpartyRow, city: string, { cities }: Surroundings): boolean {
  if (isMissing(city)) return true;
  const id = cities.id(city);
  return id !== null && card.cityId !== null
    ? id === card.cityId
    : normaliseName(city) === normaliseName(card.city);
}

/** Whether a row adds to the card that an earlier one with its INN makes. */
function addsToFirst(
  first: ReadRow,
  row: ReadRow & Pick<PlannedCard, 'keys' | 'extras'>,
  around: Surroundings,
): boolean {
  const { category, city, contactPerson } = first.values;
  const { inn, phone, numberNorm } = keysOf(first, around);
  const card = {
    category: category || defaultCategory,
    city,
    contactPerson: contactPerson || untoldContact,
    inn,
  };
  return (
    addsTo(card, row, phone ? [phone] : [], [{ numberNorm }]) ||
    addsExtras(knownOf(readExtras(first, around).extras), row)
  );
}

const addsExtras = (known: KnownExtras | undefined, { extras }: Pick<PlannedCard, 'extras'>) =>
  known !== undefined && !isNothing(missingExtras(extras, known));

const only = (cards: readonly CounterpartyRow[]) => (cards.length === 1 ? cards[0]! : null);

function addsTo(
  card: KnownCard,
  { values, keys }: ReadRow & { keys: CardKeys },
  phones: readonly KnownPhone[],
  contracts: readonly KnownContract[],
): boolean {
  const { phone, numberNorm, inn } = keys;
  const hasField = (['category', 'city', 'contactPerson'] as const).some(
    (field) => values[field] !== '' && values[field] !== card[field] && isMissing(card[field]),
  );
  const hasPhone = phone !== null && !phones.some((one) => isSamePhone(phone, one));
  const hasContract = numberNorm !== '' && !contracts.some((one) => one.numberNorm === numberNorm);
  return hasField || hasPhone || hasContract || (inn !== '' && card.inn === '');
}
