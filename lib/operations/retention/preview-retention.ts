import { countExpired } from '@/db/retention';
import { dayMs } from '@/lib/domain/duration';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { mostCounted } from '@/lib/domain/retention/most-counted';
import { daysSchemaOf, type RetentionKind } from '@/lib/domain/retention/retention';
import { type Context, signedIn } from '@/lib/operations/context';

/** How much would go now. @throws Refusal `forbidden`, `invalid` for days that the kind does not take */
export async function previewRetention(
  context: Context,
  { kind, days }: { kind: RetentionKind; days: number },
): Promise<{ count: number; isMore: boolean }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const problem = daysSchemaOf(kind).safeParse(days).error?.issues[0];
  if (problem) throw invalid({ days: problem.message });
  const count = await countExpired(context.read, kind, context.now() - days * dayMs, mostCounted + 1);
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
}
