import { deleteContracts, insertContracts, listContractsOfCounterparties } from '@/db/contracts';
import {
  deleteCounterpartyPhones,
  insertCounterpartyPhones,
  listPhonesOfCounterparties,
} from '@/db/counterparty-phones';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import type { Context, Tx } from '@/lib/operations/context';
import { cardPhone } from './read-card-phone';

type Changed = { from: string[]; to: string[] } | null;

/** Replaces the card's phones; null when they are the same. */
export async function savePhones(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  phones: readonly { raw: string; extension: string }[],
  diallingCode: string | null,
): Promise<Changed> {
  const known = await listPhonesOfCounterparties(tx, [counterpartyId]);
  const wanted = phones.map((phone) => cardPhone(phone, diallingCode));
  const from = known.map(phoneText);
  const to = wanted.map(phoneText);
  if (isSame(from, to)) return null;
  await deleteCounterpartyPhones(tx, counterpartyId);
  await insertCounterpartyPhones(
    tx,
    wanted.map((phone, position) => ({ id: context.newId(), counterpartyId, position, ...phone })),
  );
  return { from, to };
}

/** Replaces the card's contract numbers, keeping those that stay; null when they are the same. */
export async function saveContracts(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  numbers: readonly string[],
): Promise<Changed> {
  const known = await listContractsOfCounterparties(tx, [counterpartyId]);
  const from = known.map((contract) => contract.number);
  const to = [...new Set(numbers.map((number) => number.trim()))];
  if (isSame(from, to)) return null;
  await deleteContracts(tx, counterpartyId);
  await insertContracts(
    tx,
    to.map((number) => ({
      id: context.newId(),
      counterpartyId,
      number,
      numberNorm: normaliseContractNumber(number),
      createdAt: known.find((contract) => contract.number === number)?.createdAt ?? context.now(),
    })),
  );
  return { from, to };
}

const phoneText = ({ raw, extension }: { raw: string; extension: string | null }) =>
  extension && !raw.includes(extension) ? `${raw} #${extension}` : raw;

const isSame = (from: readonly string[], to: readonly string[]) =>
  from.length === to.length && from.every((text, at) => text === to[at]);
