import { initialCities } from '@/lib/domain/cities/initial-cities';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { type PhoneWarning, readPhone } from '@/lib/domain/phones/read-phone';

/** What to look at in a phone as it is typed; it never stops saving. */
export function phoneWarning(phone: string, city: string): PhoneWarning | undefined {
  if (phone.trim() === '') return undefined;
  const name = normaliseName(city);
  const [known, ...others] = name ? initialCities.filter((one) => normaliseName(one.name) === name) : [];
  const cityCode = known && others.length === 0 ? known.diallingCodes[0] : null;
  return readPhone(phone, { cityCode }).warning;
}
