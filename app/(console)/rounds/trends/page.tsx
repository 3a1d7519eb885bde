import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { TrendsScreen } from '@/components/rounds/trends-screen';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { type FieldErrors, Refusal } from '@/lib/domain/errors';
import { maySeeEveryRound, maySeeRounds } from '@/lib/domain/rounds/round-rights';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import type { Context } from '@/lib/operations/context';
import { readTrends } from '@/lib/operations/rounds/read-trends';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('rounds.trendsPage.title') };
}

export default async function TrendsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!maySeeRounds(person)) redirect('/desk');
  const address = await searchParams;
  const wanted = {
    from: textOf(address.from),
    until: textOf(address.until),
    productId: textOf(address.product),
    counterpartyId: textOf(address.client),
  };
  const { trends, wrong } = await readWithoutWrong(context, wanted);
  return (
    <TrendsScreen
      trends={trends}
      maySeeAll={maySeeEveryRound(person)}
      maySeeComplaints={seesEveryCard(person)}
      problem={wrong.until ?? wrong.from ?? null}
      unknown={wrong.productId ?? wrong.counterpartyId ?? null}
    />
  );
}

type Wanted = { from?: string; until?: string; productId?: string; counterpartyId?: string };

/** Trends of what is right in the address, and what is wrong with the rest. */
async function readWithoutWrong(context: Context, wanted: Wanted) {
  const wrong: FieldErrors = {};
  for (let left = wanted; ; left = without(left, wrong)) {
    const { data, error } = roundContracts.trends.query!.safeParse(left);
    const read = data ? await readTrends(context, data).catch(fieldsOf) : null;
    if (read && isTrends(read)) return { trends: read, wrong };
    for (const { path, message } of error?.issues ?? []) wrong[path.join('.')] = message;
    Object.assign(wrong, read);
  }
}

const isTrends = (read: RoundTrends | FieldErrors): read is RoundTrends => 'total' in read;

function fieldsOf(refusal: unknown): FieldErrors {
  if (refusal instanceof Refusal && refusal.code === 'invalid') return refusal.fields;
  throw refusal;
}

/** A day of a wrong period is wrong with the other one. */
function without({ from, until, productId, counterpartyId }: Wanted, wrong: FieldErrors): Wanted {
  return {
    ...(!(wrong.from || wrong.until) && { from, until }),
    ...(!wrong.productId && { productId }),
    ...(!wrong.counterpartyId && { counterpartyId }),
  };
}
