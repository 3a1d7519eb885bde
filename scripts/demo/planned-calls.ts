import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { type CallKind, callKinds, type PlannedCall } from './call-kinds';
import type { Chronicle } from './chronicle';
import type { DemoCounterparty } from './counterparties';
import { momentDaysAgo } from './working-day';

const callsContinuing = 8;

/** Calls of the last hours, so that the work lists of the first day are not empty. */
const freshOfKind: Partial<Record<CallKind, number>> = {
  commercialNew: 4,
  commercialReturned: 2,
  supportClient: 4,
  complaint: 1,
  hungUpUnfinished: 4,
  missed: 3,
};

/** The calls of the last thirty days, oldest first. Every prospect of a new card calls once and is made by that call. */
export function planCalls(chronicle: Chronicle, counterparties: DemoCounterparty[]): PlannedCall[] {
  const { random } = chronicle;
  const reachable = counterparties.filter(({ phones }) => phones[0]?.e164);
  const newcomers = random.shuffle(
    reachable.filter(({ status, phones }) => status === 'prospect' && phones.length === 1),
  );
  const buyers = reachable.filter(({ status }) => status !== 'prospect');
  const planned = (Object.keys(callKinds) as CallKind[]).flatMap((kind) =>
    Array.from({ length: callKinds[kind] }, (_, order): PlannedCall => {
      const arrivedAt = arrivalOf(chronicle, kind, order);
      if (!isByNewcomer(kind)) return { kind, arrivedAt, counterparty: random.pick(buyers) };
      const counterparty = newcomers.pop()!;
      counterparty.createdAt = arrivedAt;
      return { kind, arrivedAt, counterparty };
    }),
  );
  return planned.sort((one, other) => one.arrivedAt - other.arrivedAt);
}

/** IN-8: calls of buyers about appeals that stand open now. */
export function planContinuingCalls(chronicle: Chronicle, counterparties: DemoCounterparty[]): PlannedCall[] {
  const { random, now, appeals } = chronicle;
  const planned: PlannedCall[] = [];
  for (const appeal of random.shuffle(appeals)) {
    const counterparty = counterparties.find(({ id }) => id === appeal.counterpartyId)!;
    if (counterparty.status === 'prospect') continue;
    const openFor = now - appeal.createdAt;
    if (appeal.closedAt !== null || openFor < 2 * dayMs || !counterparty.phones[0]?.e164) continue;
    const arrivedAt = momentDaysAgo(random, now, random.between(1, Math.floor(openFor / dayMs)));
    if (arrivedAt <= appeal.createdAt) continue;
    planned.push({ kind: 'continued', arrivedAt, counterparty, appeal });
    if (planned.length === callsContinuing) break;
  }
  return planned;
}

function arrivalOf({ random, now }: Chronicle, kind: CallKind, order: number): number {
  const isFresh = order < (freshOfKind[kind] ?? 0);
  if (isFresh) return now - random.between(20 * minuteMs, 9 * hourMs);
  return momentDaysAgo(random, now, random.between(1, 30));
}

const isByNewcomer = (kind: CallKind) =>
  [
    'commercialNew',
    'commercialReturned',
    'supportNeither',
    'cooperation',
    'unclear',
    'hungUpFinished',
  ].includes(kind);
