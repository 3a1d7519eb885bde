import { findCitiesByName } from '@/db/cities';
import type { CounterpartyPhoneRow } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { reversedDigits } from '@/lib/domain/counterparties/card-search';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { readPhone } from '@/lib/domain/phones/read-phone';

/** The directory's city of that name, when there is exactly one; the card keeps what was typed in any case. */
export async function findCity(
  db: Db,
  city: string,
): Promise<{ id: string; diallingCode: string | null } | null> {
  const nameNorm = normaliseName(city);
  const [found, ...others] = nameNorm ? await findCitiesByName(db, nameNorm) : [];
  if (!found || others.length > 0) return null;
  return { id: found.id, diallingCode: found.diallingCodes[0] ?? null };
}

/** A phone as it is kept: as typed, and as a number where it can be read as one (IN-7). */
export function cardPhone(
  phone: { raw: string; extension?: string },
  diallingCode: string | null,
): Omit<CounterpartyPhoneRow, 'id' | 'counterpartyId' | 'position' | 'contactId'> {
  const { e164, extension } = readPhone(phone.raw, { cityCode: diallingCode });
  return {
    raw: phone.raw.trim(),
    e164,
    extension: phone.extension?.trim() || extension,
    digitsReversed: reversedDigits(e164 ?? phone.raw),
  };
}

/** By the number as the line dials it, else by the digits typed; another extension makes another phone. */
export const isSamePhone = (
  one: { e164: string | null; digitsReversed: string; extension: string | null },
  other: { e164: string | null; digitsReversed: string; extension: string | null },
) =>
  one.extension === other.extension &&
  (one.e164 ? one.e164 === other.e164 : one.digitsReversed === other.digitsReversed);
