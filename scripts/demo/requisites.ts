import { eq } from 'drizzle-orm';
import { insertCounterpartyProducts } from '@/db/counterparty-products';
import type { Db } from '@/db/store';
import { checkInn } from '@/lib/domain/counterparties/inn';
import { dayMs } from '@/lib/domain/duration';
import type { DemoCompany } from './company';
import type { DemoCounterparty } from './counterparties';
import { insertAll } from './insert-all';
import { inventPerson } from './people';
import { createRandom, type Random } from './random';

/** A sequence of its own: what it draws changes nothing of the rest of the company. */
const seed = 20_041_130;
const roles = ['директор', 'бухгалтер', 'главный врач', 'системный администратор', 'управляющий'];
const productPrices = [38_000, 64_000, 96_500, 125_000, 248_000];

/** What buyers are known by beside their phones, and what they bought: requisites, people, products, purchases. */
export async function insertRequisites(
  db: Db,
  company: DemoCompany,
  counterparties: readonly DemoCounterparty[],
  now: number,
): Promise<void> {
  const random = createRandom(seed);
  const { counterparties: cards } = db.t;
  const buyers = counterparties.filter(({ status }) => status !== 'prospect');
  for (const { id, name } of buyers) {
    const isPerson = /^ИП /.test(name) || !/[«№]/.test(name);
    const inn = inventInn(random, isPerson);
    const kpp = isPerson ? '' : `${inn.slice(0, 4)}01001`;
    await db.q.update(cards).set({ inn, kpp, priceType: 'Розничная' }).where(eq(cards.id, id));
  }
  await insertAll(
    db,
    db.t.counterpartyEmails,
    buyers.map(({ id, createdAt }, index) => {
      const address = `office${index + 1}@client.example`;
      const of = { counterpartyId: id, contactId: null, position: 0 };
      return { id: random.idAt(createdAt), ...of, address, addressNorm: address };
    }),
  );
  await insertAll(
    db,
    db.t.counterpartyContacts,
    buyers
      .filter(() => random.chance(0.4))
      .map(({ id, createdAt }) => ({
        id: random.idAt(createdAt),
        counterpartyId: id,
        name: fullNameOf(random),
        role: random.pick(roles),
        birthday: birthdayOf(random),
        position: 0,
      })),
  );
  const bought = buyers.flatMap((buyer) => purchasesOf(random, company, buyer, now));
  await insertAll(db, db.t.purchases, bought);
  const products = bought.flatMap(({ counterpartyId, projectId }) =>
    projectId ? [{ counterpartyId, projectId }] : [],
  );
  const once = new Map(products.map((row) => [`${row.counterpartyId} ${row.projectId}`, row]));
  await insertCounterpartyProducts(db, [...once.values()]);
}

function purchasesOf(random: Random, company: DemoCompany, buyer: DemoCounterparty, now: number) {
  const { id, contracts, createdAt, createdBy, project } = buyer;
  const projectId = company.projects.find(({ name }) => name === project)?.id ?? null;
  return contracts.map((contractNumber, index) => {
    const happenedAt = Math.min(createdAt + (index * 90 + random.between(0, 20)) * dayMs, now - dayMs);
    const boughtOn = new Date(happenedAt).toISOString().slice(0, 10);
    return {
      id: random.idAt(happenedAt),
      counterpartyId: id,
      contractNumber,
      projectId,
      sumKopecks: random.pick(productPrices) * 100,
      boughtOn,
      paidOn: random.chance(0.9) ? boughtOn : null,
      note: '',
      happenedAt,
      madeClient: index === 0,
      createdAt: happenedAt,
      createdBy,
      version: 1,
    };
  });
}

/** With check digits that are right: found by trying, there are no more than a hundred. */
function inventInn(random: Random, isPerson: boolean): string {
  const begun = `42${random.between(10_000_000, 99_999_999)}`.slice(0, isPerson ? 10 : 9);
  const endings = isPerson ? 100 : 10;
  const length = isPerson ? 2 : 1;
  for (let ending = 0; ending < endings; ending += 1) {
    const inn = `${begun}${String(ending).padStart(length, '0')}`;
    if (checkInn(inn) === null) return inn;
  }
  throw new Error('every beginning of an INN has its check digits');
}

function fullNameOf(random: Random): string {
  const { surname, givenName, patronymic } = inventPerson(random);
  return `${surname} ${givenName} ${patronymic}`;
}

function birthdayOf(random: Random): string {
  const part = (number: number) => String(number).padStart(2, '0');
  const day = `${part(random.between(1, 12))}-${part(random.between(1, 28))}`;
  return random.chance(0.5) ? `--${day}` : `${random.between(1958, 2000)}-${day}`;
}
