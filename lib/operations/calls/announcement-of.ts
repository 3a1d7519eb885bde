import { findCompanyNumber } from '@/db/company-numbers';
import type { Db } from '@/db/store';

/** What a caller of this number of ours is told before they are recorded; null where conversations are not. */
export async function announcementOf(db: Db, calledNumber: string): Promise<string | null> {
  const line = await findCompanyNumber(db, calledNumber);
  return line?.recordsConversations ? line.announcement : null;
}
