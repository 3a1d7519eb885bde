import type { CityDirectory } from '@/lib/domain/cities/city-directory';
import { type PhoneWarning, readPhone } from '@/lib/domain/phones/read-phone';

/** What to look at in a phone as it is typed; it never stops saving. */
export function phoneWarning(
  phone: string,
  city: string,
  { diallingCodeOf }: Pick<CityDirectory, 'diallingCodeOf'>,
): PhoneWarning | undefined {
  if (phone.trim() === '') return undefined;
  return readPhone(phone, { cityCode: diallingCodeOf(city) }).warning;
}
