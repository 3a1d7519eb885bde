import type { CallContext, Offered } from './call-context';
import { type Carried, type Guards, msOf, nowOf, type Step, type Steps } from './call-step';
import { awaitOverflow, awaitOverflowFurther } from './overflow-steps';

export const offerGuards = {
  isThisRound: ({ context, event }) => 'round' in event && event.round === context.offered.round,
  isComingBack: ({ context, event }) =>
    'round' in event && event.round === context.offered.round && context.offered.purpose === 'resume',
  canReturnToManager: ({ context, event }) =>
    'managerIsFree' in event &&
    event.round === context.offered.round &&
    event.managerIsFree &&
    context.ownerId !== null,
  hasWaitedLongEnough: ({ context, event }) =>
    context.offered.purpose === 'inbound' && nowOf({ context, event }) >= context.waitingUntil,
} satisfies Guards;

export const offerSteps = {
  offerDepartment: (carried) => offer(carried, 'inbound', homeOf(carried.context), null),
  offerManager: (carried) => {
    const { transferredBy, ownerId } = carried.context;
    return transferredBy
      ? offer(carried, 'resume', transferredBy.departmentId, transferredBy.employeeId)
      : offer(carried, 'resume', homeOf(carried.context), ownerId);
  },
  offerSamePerson: (carried) => {
    const { claim, transferredBy } = carried.context;
    const departmentId = transferredBy?.departmentId ?? homeOf(carried.context);
    return offer(carried, 'resume', departmentId, claim!.employeeId);
  },
  offerTarget: (carried) => {
    const { event } = carried;
    if (event.type !== 'employee.handedOver' && event.type !== 'employee.transferred') return {};
    return offer(carried, 'handOver', event.departmentId, event.employeeId);
  },
  offerAnew: (carried) => {
    const { purpose, departmentId, employeeId } = carried.context.offered;
    return offer(carried, purpose, departmentId, employeeId);
  },
  endRound: () => ({ effects: [{ type: 'endOffers', outcome: 'lapsed' }] }),
  stopOffering: () => ({
    effects: [
      { type: 'endOffers', outcome: 'withdrawn' },
      { type: 'withdrawDeadlines', kinds: ['offer', 'resume', 'handOver', 'waiting', 'overflow'] },
    ],
  }),
  startWaiting: (carried) => {
    const now = nowOf(carried);
    const until = waitUntil(carried, now + msOf(carried.context.times.waitingSeconds));
    return both(until, awaitOverflow(carried.context, now));
  },
  waitOneMoreRound: (carried) => {
    const { waitingUntil, times } = carried.context;
    const now = nowOf(carried);
    const until = waitUntil(carried, Math.max(waitingUntil, now + msOf(times.offerSeconds)));
    return both(until, awaitOverflowFurther(carried.context, now));
  },
} satisfies Steps;

function offer(
  carried: Carried,
  purpose: Exclude<Offered['purpose'], 'consult'>,
  departmentId: string,
  employeeId: string | null,
): Step {
  const { offered, times, goesOnAfter } = carried.context;
  const seconds = {
    inbound: times.offerSeconds,
    handOver: times.handOverSeconds,
    resume: goesOnAfter !== 'drop' ? times.returnSeconds : times.resumeSeconds,
  }[purpose];
  const endsAt = nowOf(carried) + msOf(seconds);
  const next: Offered = { round: offered.round + 1, purpose, departmentId, employeeId, endsAt };
  const kind = purpose === 'inbound' ? 'offer' : purpose;
  return {
    learnt: { offered: next },
    effects: [
      { type: 'offer', ...next },
      { type: 'setDeadline', kind, generation: next.round, dueAt: endsAt },
    ],
  };
}

/** Whose caller it is while nobody else has taken them over: the client department's, or that of who placed the call. */
const homeOf = ({ placed, clientDepartmentId }: CallContext): string =>
  placed?.departmentId ?? clientDepartmentId;

function waitUntil({ context }: Carried, waitingUntil: number): Step {
  const generation = context.offered.round;
  return {
    learnt: { waitingUntil },
    effects: [{ type: 'setDeadline', kind: 'waiting', generation, dueAt: waitingUntil }],
  };
}

const both = (one: Step, other: Step): Step => ({
  learnt: { ...one.learnt, ...other.learnt },
  effects: [...(one.effects ?? []), ...(other.effects ?? [])],
});
