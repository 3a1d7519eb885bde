import { findCompanyNumber } from '@/db/company-numbers';
import { getSetting } from '@/db/settings';
import type { Db } from '@/db/store';
import { type CallWords, readCallWords } from '@/lib/domain/settings/call-words';

/** What callers of this number of ours hear when nobody answers them: its own words, else the company's. */
export async function wordsOfLine(db: Db, calledNumber: string): Promise<CallWords> {
  const company = readCallWords((await getSetting(db, 'callWords'))?.value);
  const line = await findCompanyNumber(db, calledNumber);
  return { ...company, closedGreeting: line?.closedGreeting || company.closedGreeting };
}
