import { z } from 'zod';
import { listJudgedCalls } from '@/db/call-measures';
import { getSetting, updateSetting } from '@/db/settings';
import { measureVersion } from '@/lib/domain/reports/call-measure';
import type { Context, Tx } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { measureCall } from './measure-call';

const progressSchema = z.object({
  formula: z.string(),
  arrivedAt: z.number(),
  id: z.string(),
  isDone: z.boolean(),
});

const key = 'reportMeasures';
const batch = 50;

/**
 * Measures some more of the calls that were judged before there was this version of the formula or this clock of the
 * client department, in the order of their arrival; a call judged from now on is measured by its own deadline. Returns
 * whether there may be more.
 */
export async function measureOlderCalls(context: Context): Promise<boolean> {
  const formula = await formulaOf(context);
  const before = progressSchema.safeParse((await getSetting(context.read, key))?.value).data;
  if (before?.formula === formula && before.isDone) return false;
  const from = before?.formula === formula ? before : { arrivedAt: -1, id: '' };
  const calls = await listJudgedCalls(context.read, { arrivedAt: from.arrivedAt, id: from.id }, batch);
  await context.tx(async (tx) => {
    for (const { id } of calls) await measureCall(tx, id);
    const { arrivedAt, id } = calls.at(-1) ?? from;
    await keep(tx, context, { formula, arrivedAt, id, isDone: calls.length < batch });
  });
  return calls.length === batch;
}

/** Has all calls measured anew; returns when the last one is. */
export async function measureAllCallsAnew(context: Context): Promise<void> {
  const formula = await formulaOf(context);
  await context.tx((tx) => keep(tx, context, { formula, arrivedAt: -1, id: '', isDone: false }));
  while (await measureOlderCalls(context));
}

const formulaOf = async (context: Context) => `${measureVersion} ${await clientTimeZone(context.read)}`;

async function keep(tx: Tx, context: Context, value: z.infer<typeof progressSchema>): Promise<void> {
  await updateSetting(tx, { key, value, updatedAt: context.now(), updatedBy: null });
}

/** Whether calls judged earlier still wait to be measured. */
export async function isMeasuringOlderCalls(context: Context): Promise<boolean> {
  const progress = progressSchema.safeParse((await getSetting(context.read, key))?.value).data;
  return !progress?.isDone || progress.formula !== (await formulaOf(context));
}
