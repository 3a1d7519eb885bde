import type { Db } from '@/db/store';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { dialableNumber } from '@/lib/operations/calls/dialable-number';
import { findCity } from '@/lib/operations/counterparties/read-card-phone';

type OnTitlePage = { phone: string; city: string };

/** The phone of a title page as a number; one without a code is of its city. */
export async function phoneOnTitlePage(db: Db, { phone, city }: OnTitlePage) {
  const { e164, extension } = readPhone(phone, { cityCode: (await findCity(db, city))?.diallingCode });
  return { raw: phone, e164, extension };
}

/**
 * ON-1, ON-4: the client is called at the phone of the title page.
 * @throws Refusal `invalid` at `phone` for one that nobody could dial
 */
export async function refuseUndiallablePhone(db: Db, titlePage: OnTitlePage): Promise<void> {
  const { e164 } = await phoneOnTitlePage(db, titlePage);
  await dialableNumber(db, e164 ?? titlePage.phone);
}
