import { deleteReportView, insertReportView, listReportViews } from '@/db/reports/report-views';
import { invalid } from '@/lib/domain/errors';
import { mostReportViews, type ReportView } from '@/lib/domain/reports/report-settings.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** Saves a report under a name, in the place of one so named. @throws Refusal `invalid` when there are too many */
export async function createReportView(
  context: Context,
  { name, query }: { name: string; query: string },
): Promise<ReportView> {
  const employeeId = signedIn(context).id;
  return context.tx(async (tx) => {
    const views = await listReportViews(tx, employeeId);
    const before = views.find((view) => view.name === name);
    if (before) await deleteReportView(tx, employeeId, before.id);
    else if (views.length >= mostReportViews) throw invalid({ name: 'tooMany' });
    const view = { id: context.newId(), name, query };
    await insertReportView(tx, { ...view, employeeId, createdAt: context.now() });
    return view;
  });
}
