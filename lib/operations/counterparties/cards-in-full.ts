import { listCardFields } from '@/db/card-fields';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { listProductsOfCounterparties } from '@/db/counterparty-products';
import { listValuesOfCounterparties } from '@/db/counterparty-values';
import type { Db } from '@/db/store';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { CardFieldKind } from '@/lib/domain/counterparties/own-field';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { shortNames } from '@/lib/operations/employees/short-names';

export type CardInFull = CardSummary & {
  inn: string;
  kpp: string;
  priceType: string;
  emails: string[];
  products: string[];
  assignedTo: { id: string; name: string } | null;
  createdAt: number;
  updatedAt: number;
  /** Those in use, filled in or not. */
  ownFields: { id: string; name: string; nameEn: string; kind: CardFieldKind; value: string }[];
};

/** The cards of a list with what else they hold, read once for all of them, in the order given. */
export async function cardsInFull(db: Db, cards: readonly CardSummary[]): Promise<CardInFull[]> {
  const ids = cards.map(({ id }) => id);
  const rows = new Map((await listCounterpartiesByIds(db, ids)).map((row) => [row.id, row]));
  const emails = Map.groupBy(
    (await listEmailsOfCounterparties(db, ids)).filter(({ contactId }) => contactId === null),
    ({ counterpartyId }) => counterpartyId,
  );
  const products = Map.groupBy(
    await listProductsOfCounterparties(db, ids),
    ({ counterpartyId }) => counterpartyId,
  );
  const values = Map.groupBy(
    await listValuesOfCounterparties(db, ids),
    ({ counterpartyId }) => counterpartyId,
  );
  const fields = (await listCardFields(db)).filter(({ disabledAt }) => disabledAt === null);
  const projects = await projectNames(db);
  const managers = await shortNames(
    db,
    [...rows.values()].map(({ assignedTo }) => assignedTo),
  );
  return cards.flatMap((card) => {
    const row = rows.get(card.id);
    if (!row) return [];
    const { inn, kpp, priceType, assignedTo, createdAt, updatedAt } = row;
    const filledIn = new Map((values.get(card.id) ?? []).map(({ fieldId, value }) => [fieldId, value]));
    return {
      ...card,
      ...{ inn, kpp, priceType, createdAt, updatedAt },
      emails: (emails.get(card.id) ?? []).map(({ address }) => address),
      products: (products.get(card.id) ?? [])
        .map(({ projectId }) => projects.get(projectId) ?? projectId)
        .sort((one, other) => one.localeCompare(other, 'ru')),
      assignedTo:
        assignedTo && managers.has(assignedTo) ? { id: assignedTo, name: managers.get(assignedTo)! } : null,
      ownFields: fields.map(({ id, name, nameEn, kind }) => ({
        ...{ id, name, nameEn, kind },
        value: filledIn.get(id) ?? '',
      })),
    };
  });
}
