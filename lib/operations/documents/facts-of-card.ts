import type { CounterpartyRow } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listProductsOfCounterparty } from '@/db/counterparty-products';
import { getEmployee } from '@/db/employees';
import { listPurchasesOfCounterparties } from '@/db/purchases';
import type { Db } from '@/db/store';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import type { TemplateFacts } from '@/lib/domain/documents/template';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { factsOfManager, onPaper, roubles, written } from './facts-of-folder';

/** What the text of a document names of a client, whatever lies in a folder: of all that was bought, and of what the card says it has. */
export async function factsOfCard(
  db: Db,
  card: CounterpartyRow,
  { today, employeeId }: { today: string; employeeId: string },
): Promise<TemplateFacts> {
  const purchases = await listPurchasesOfCounterparties(db, [card.id]);
  const names = await projectNames(db);
  const [phone] = (await listPhonesOfCounterparties(db, [card.id])).filter(
    ({ contactId }) => contactId === null,
  );
  const contracts = new Set(purchases.flatMap(({ contractNumber }) => contractNumber || []));
  const owned = await listProductsOfCounterparty(db, card.id);
  const products = new Set(
    [...purchases.map(({ projectId }) => projectId), ...owned].flatMap((id) => (id && names.get(id)) || []),
  );
  return {
    номер: '',
    дата: written(today),
    клиент: card.name,
    город: card.city,
    'контактное лицо': isMissing(card.contactPerson) ? '' : card.contactPerson,
    телефон: phone ? await onPaper(db, phone) : '',
    договор: [...contracts].map((contract) => `№ ${contract}`).join(', '),
    счёт: '',
    продукт: [...products].join(', '),
    сумма: roubles(purchases.reduce((sum, { sumKopecks }) => sum + sumKopecks, 0)),
    'менеджер по продажам': '',
    ...(await factsOfManager(db, await getEmployee(db, employeeId))),
    курьер: '',
    доставка: '',
  };
}
