import { type CompanyNumberRow, listCompanyNumbers } from '@/db/company-numbers';
import { listLastLines } from '@/db/last-lines';
import type { Db } from '@/db/store';
import { invalid, Refusal } from '@/lib/domain/errors';

type Placing = { number: string; employeeId: string; numberId: string | null };

/**
 * From which number of ours a call is placed: the chosen one, else the one this party was on last, else the person's own
 * last one, else the first in use.
 * @throws Refusal `invalid` for one that is not in use, `notPossibleNow` when none is
 */
export async function lineOfPlacedCall(
  db: Db,
  { number, employeeId, numberId }: Placing,
): Promise<CompanyNumberRow> {
  const inUse = (await listCompanyNumbers(db)).filter(({ disabledAt }) => disabledAt === null);
  if (numberId !== null) {
    const chosen = inUse.find(({ id }) => id === numberId);
    if (!chosen) throw invalid({ numberId: 'notAChoice' });
    return chosen;
  }
  const last = [
    ...(await listLastLines(db, { callerE164: number })),
    ...(await listLastLines(db, { ownerId: employeeId })),
  ];
  const known = last.map((e164) => inUse.find((line) => line.e164 === e164)).find(Boolean);
  const line = known ?? inUse[0];
  if (!line) throw new Refusal('notPossibleNow', 'no number of ours is in use', {}, { reason: 'noLine' });
  return line;
}
