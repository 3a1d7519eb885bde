import { oneOf, textOf } from '@/app/(console)/list-address';
import { readPeriod } from '@/app/(console)/reports/report-address';
import { callScriptViews } from '@/components/call-scripts/call-script-views';
import type { TrafficAddress } from '@/components/call-scripts/traffic/traffic-address';

type Given = Record<string, string | string[] | undefined>;

/** Of which calls the figures of a call script are, as the address says; what it says wrongly is put right. */
export function readTrafficAddress(given: Given, scriptId: string, today: string): TrafficAddress {
  return {
    scriptId,
    ...readPeriod(given, today, 'month'),
    machineVersion: versionOf(given.chart),
    wordingVersion: versionOf(given.words),
    view: oneOf(given.view, callScriptViews, 'graph'),
  };
}

function versionOf(given: Given[string]): number | undefined {
  const version = Number(textOf(given));
  return Number.isInteger(version) && version >= 1 && version <= 1_000_000 ? version : undefined;
}
