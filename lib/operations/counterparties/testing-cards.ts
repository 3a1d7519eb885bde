import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import type { TestWorld } from '@/lib/operations/testing';
import type { TestCompany } from '@/lib/operations/testing-company';
import { createCounterparty } from './create-counterparty';

/** Makes a card as a client manager would, and one that is somebody's as their head; returns its id. */
export async function makeTestCard(
  world: TestWorld,
  company: TestCompany,
  card: CardEdit & { name: string },
): Promise<string> {
  const author = card.assignedTo ? 'clara' : 'anna';
  return (await createCounterparty(world.as(company.as(author)), card)).counterpartyId;
}

export const phones = (...numbers: string[]) => numbers.map((raw) => ({ raw, extension: '' }));
