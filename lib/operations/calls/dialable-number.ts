import { getBlockedNumber } from '@/db/blocked-numbers';
import { findCompanyNumber } from '@/db/company-numbers';
import type { Db } from '@/db/store';
import { invalid } from '@/lib/domain/errors';
import { readCallerId } from '@/lib/domain/phones/read-caller-id';
import { readPhone } from '@/lib/domain/phones/read-phone';

/**
 * The number, E.164, that a typed phone stands for when it may be called (OUT-1, S4).
 * @throws Refusal `invalid` at `phone`: a number withheld, without its city, that no operator has, blocked, or our own
 */
export async function dialableNumber(db: Db, phone: string): Promise<string> {
  if (readCallerId(phone).kind === 'withheld') throw invalid({ phone: 'numberWithheld' });
  const { e164, warning } = readPhone(phone);
  if (warning === 'cityCodeMissing') throw invalid({ phone: 'cityCodeMissing' });
  if (e164 === null || warning) throw invalid({ phone: 'cannotBeDialled' });
  if (await getBlockedNumber(db, e164)) throw invalid({ phone: 'numberBlocked' });
  if (await findCompanyNumber(db, e164)) throw invalid({ phone: 'ownNumber' });
  return e164;
}
