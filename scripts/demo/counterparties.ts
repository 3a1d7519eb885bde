import type { Db } from '@/db/store';
import { normaliseContractNumber, reversedDigits } from '@/lib/domain/counterparties/card-search';
import {
  type CounterpartyStatus,
  defaultCategory,
  untoldContact,
} from '@/lib/domain/counterparties/counterparty';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { dayMs } from '@/lib/domain/duration';
import { addSearchWords } from '@/lib/operations/counterparties/save-search-words';
import type { DemoCity, DemoCompany, DemoEmployee } from './company';
import { insertAll } from './insert-all';
import { inventOrganisation } from './organisations';
import { inventPerson } from './people';
import { type DemoPhone, inventPhone } from './phones';
import type { Random } from './random';

export type DemoCounterparty = {
  id: string;
  name: string;
  status: CounterpartyStatus;
  category: string;
  city: DemoCity;
  contactPerson: string;
  phones: DemoPhone[];
  contracts: string[];
  project: string;
  assignedTo: string | null;
  createdAt: number;
  createdBy: string;
};

const counts: Record<CounterpartyStatus, number> = { client: 150, dealer: 30, prospect: 120 };
const oldestDays: Record<CounterpartyStatus, number> = { client: 1100, dealer: 1500, prospect: 110 };
const youngestDays = 32;

/** Half of the buyers are near the office's own region; the others anywhere. */
const nearCities = new Set(
  'Кемерово Новокузнецк Прокопьевск Ленинск-Кузнецкий Белово Юрга Междуреченск Новосибирск Бердск Томск Барнаул Москва'.split(
    ' ',
  ),
);

export function inventCounterparties(random: Random, now: number, company: DemoCompany): DemoCounterparty[] {
  const taken = new Set<string>();
  const clientManagers = company.employees.filter((employee) => employee.roles.includes('clientManager'));
  const counterparties = (Object.keys(counts) as CounterpartyStatus[]).flatMap((status) =>
    Array.from({ length: counts[status] }, () => {
      const counterparty = invent(random, now, company, clientManagers, status, taken);
      taken.add(counterparty.name);
      return counterparty;
    }),
  );
  shareOfficeLines(random, counterparties);

  return counterparties;
}

const cardsAtOnce = 100;

export async function insertCounterparties(
  db: Db,
  random: Random,
  counterparties: DemoCounterparty[],
): Promise<void> {
  await insertAll(db, db.t.counterparties, counterparties.map(rowOf));
  await insertAll(
    db,
    db.t.counterpartyPhones,
    counterparties.flatMap(({ id, phones, createdAt }) =>
      phones.map((phone, position) => ({
        id: random.idAt(createdAt),
        counterpartyId: id,
        ...phone,
        digitsReversed: reversedDigits(phone.e164 ?? phone.raw),
        position,
      })),
    ),
  );
  for (let start = 0; start < counterparties.length; start += cardsAtOnce) {
    const cards = counterparties.slice(start, start + cardsAtOnce);
    await addSearchWords(
      db,
      cards.map((card) => ({ card, contracts: card.contracts })),
    );
  }
  await insertAll(
    db,
    db.t.contracts,
    counterparties.flatMap(({ id, contracts, createdAt }) =>
      contracts.map((number) => ({
        id: random.idAt(createdAt),
        counterpartyId: id,
        number,
        numberNorm: normaliseContractNumber(number),
        createdAt,
      })),
    ),
  );
}

function invent(
  random: Random,
  now: number,
  company: DemoCompany,
  clientManagers: DemoEmployee[],
  status: CounterpartyStatus,
  taken: ReadonlySet<string>,
): DemoCounterparty {
  const { name, project, isPerson } = inventOrganisation(random, taken);
  const createdAt = now - random.between(youngestDays * dayMs, oldestDays[status] * dayMs);
  const near = company.cities.filter((city) => nearCities.has(city.name));
  const city = random.pick(random.chance(0.5) ? near : company.cities);
  const isBuyer = status !== 'prospect';
  return {
    id: random.idAt(createdAt),
    name,
    status,
    category: status === 'dealer' ? 'Дилер' : defaultCategory,
    city,
    contactPerson: isPerson || random.chance(0.12) ? untoldContact : contactName(random),
    phones: Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => inventPhone(random, city)),
    contracts: isBuyer ? contractNumbers(random, createdAt) : [],
    project,
    assignedTo: isBuyer ? random.pick(clientManagers).id : null,
    createdAt,
    createdBy: random.pick(clientManagers).id,
  };
}

function contactName(random: Random): string {
  const { surname, givenName, patronymic } = inventPerson(random);
  return random.pick([`${surname} ${givenName} ${patronymic}`, `${givenName} ${patronymic}`, givenName]);
}

function contractNumbers(random: Random, createdAt: number): string[] {
  const year = new Date(createdAt).getUTCFullYear();
  return Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => `${year}/${random.between(1, 400)}`);
}

/** Neighbours in one building behind one switchboard: a call from it may come from either card (IN-7). */
function shareOfficeLines(random: Random, counterparties: DemoCounterparty[]) {
  const withNumber = random.shuffle(counterparties.filter(({ phones }) => phones[0]?.e164)).slice(0, 14);
  for (let index = 0; index + 1 < withNumber.length; index += 2) {
    const [one, other] = [withNumber[index]!, withNumber[index + 1]!];
    other.city = one.city;
    other.phones = [{ ...one.phones[0]!, raw: one.phones[0]!.e164!, extension: null }];
  }
}

function rowOf(counterparty: DemoCounterparty) {
  const { id, name, status, category, city, contactPerson, assignedTo, createdAt, createdBy } = counterparty;
  return {
    id,
    name,
    nameNorm: normaliseName(name),
    sortKey: sortKey(name),
    status,
    category,
    cityId: city.id,
    city: city.name,
    contactPerson,
    note: '',
    emails: status === 'prospect' ? [] : [`office-${id.slice(-6).toLowerCase()}@client.example`],
    assignedTo,
    createdAt,
    createdBy,
    updatedAt: createdAt,
    version: 1,
  };
}
