import { getCounterparty } from '@/db/counterparties';
import { type EmployeeRow, getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import type { TemplateFacts } from '@/lib/domain/documents/template';
import { fullName } from '@/lib/domain/employees/employee';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { readPhone } from '@/lib/domain/phones/read-phone';
import type { WholeFolder } from '@/lib/operations/folders/read-folders';
import { phoneOnTitlePage } from '@/lib/operations/folders/title-page-phone';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';

type About = {
  /** The document's own; empty of one that has none. */
  number: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Whose product it is made for; null: for all of them. */
  projectId: string | null;
  /** Who speaks in it, when nobody took the folder. */
  employeeId: string;
};

/** What the text of a document names of a folder, as people write it. */
export async function factsOfFolder(
  db: Db,
  { row, products, purchases, contracts }: WholeFolder,
  { number, today, projectId, employeeId }: About,
): Promise<TemplateFacts> {
  const card = await getCounterparty(db, row.counterpartyId);
  const salesManager = await getEmployee(db, row.salesManagerId);
  const manager = await getEmployee(db, row.takenBy ?? employeeId);
  const own = purchases.filter((purchase) => projectId === null || purchase.projectId === projectId);
  const contractsOf = projectId === null ? contracts : own.map(({ contractNumber }) => contractNumber);
  const named = projectId === null ? products : products.filter(({ id }) => id === projectId);
  return {
    номер: number,
    дата: written(today),
    клиент: card?.name ?? '',
    город: row.city,
    'контактное лицо': isMissing(row.contactPerson) ? '' : row.contactPerson,
    телефон: await onPaper(db, await phoneOnTitlePage(db, row)),
    договор: [...new Set(contractsOf)].map((contract) => `№ ${contract}`).join(', '),
    счёт: row.invoiceNumber && `№ ${row.invoiceNumber}`,
    продукт: named.map(({ name }) => name).join(', '),
    сумма: roubles(own.reduce((sum, { sumKopecks }) => sum + sumKopecks, 0)),
    'менеджер по продажам': nameOf(salesManager),
    ...(await factsOfManager(db, manager)),
    курьер: row.courier ? `${row.courier.name}, ${row.courier.phone}` : '',
    доставка: row.deliveryOn ? written(row.deliveryOn) : '',
  };
}

/** What it names of whoever speaks in it. */
export async function factsOfManager(db: Db, manager: EmployeeRow | null) {
  return {
    менеджер: nameOf(manager),
    'почта менеджера': manager?.email ?? '',
    'телефон менеджера': manager ? await phoneOf(db, manager) : '',
  };
}

/** A number as people write it; as it was typed where it cannot be read. */
export const onPaper = async (
  db: Db,
  { raw, e164, extension }: { raw: string; e164: string | null; extension: string | null },
): Promise<string> =>
  e164 ? formatPhone({ e164, extension }, { codeLengthOf: await readCodeLengths(db) }) : raw;

/** The work phone as it is read aloud; empty where it is no number that somebody could dial. */
async function phoneOf(db: Db, { phone, phoneKind }: EmployeeRow): Promise<string> {
  const e164 = phoneKind === 'dialled' && phone ? readPhone(phone).e164 : null;
  return e164 ? formatPhone({ e164 }, { codeLengthOf: await readCodeLengths(db) }) : '';
}

const nameOf = (employee: EmployeeRow | null) => (employee ? fullName(employee) : '');

/** «09.11.2026» of `2026-11-09`. */
export const written = (day: string) => day.split('-').reverse().join('.');

/** «125 000,00 ₽». */
export const roubles = (kopecks: number) =>
  new Intl.NumberFormat('ru-RU', { style: 'currency', currency: 'RUB' }).format(kopecks / 100);
