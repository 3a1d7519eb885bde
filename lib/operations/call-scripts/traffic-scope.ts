import { callScripts } from '@/lib/domain/call-scripts/catalog';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import { notFound } from '@/lib/domain/errors';
import type { Period } from '@/lib/domain/reports/period';
import type { Context } from '@/lib/operations/context';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { findCallScript } from './find-call-script';

export type TrafficQuery = Period & { scriptId: string; machineVersion?: number; wordingVersion?: number };

/**
 * Which conversations a figure of a call script is of: those of a period (days by the clock of the client department) led by
 * one version of the chart, the newest unless another is named. @throws Refusal `notFound`
 */
export async function trafficScope(context: Context, query: TrafficQuery) {
  const newest = findCallScript(query.scriptId);
  const machineVersion = query.machineVersion ?? newest.version;
  const kept = callScripts.filter(({ id }) => id === newest.id);
  const script = kept.find(({ version }) => version === machineVersion);
  if (!script) throw notFound('chart version');
  const timeZone = await clientTimeZone(context.read);
  return {
    script,
    keptVersions: kept.map(({ version }) => version).sort((one, other) => other - one),
    period: { from: query.from, until: query.until },
    conversations: { scriptId: script.id, machineVersion, wordingVersion: query.wordingVersion },
    from: instantOf(query.from, 0, timeZone),
    /** The moment after the last one. */
    until: instantOf(addDays(query.until, 1), 0, timeZone),
  };
}
