import { deleteReportView as deleteRow } from '@/db/reports/report-views';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';

/** Forgets one of the person's own saved reports. @throws Refusal `notFound` */
export async function deleteReportView(
  context: Context,
  { viewId }: { viewId: string },
): Promise<{ id: string }> {
  const { id } = signedIn(context);
  return context.tx(async (tx) => {
    if (!(await deleteRow(tx, id, viewId))) throw notFound('saved report');
    return { id: viewId };
  });
}
