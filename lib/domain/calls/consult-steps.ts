import type { Consult, ConsultFailure } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import { endLease, type Guards, msOf, nowOf, type Steps } from './call-step';
import { legLabel, outsideLabel } from './leg';
import { claimSecondsOf, heardWithinMs, ringSecondsOf } from './times';

export const consultGuards = {
  mayConsult: ({ context }) =>
    context.claim !== null && !context.consult && !context.isEnding && context.conferenceSid !== null,
  isAskedUnheld: ({ context: { consult }, event }) =>
    event.type === 'call.notChanged' &&
    event.order === 'hold' &&
    consult !== null &&
    consult.joinedAt === null,
  isConsulting: ({ context }) => context.consult !== null,
  isConsultOffered: ({ context }) => context.consult !== null && context.consult.claim === null,
  isConsultRound: ({ context, event }) =>
    'round' in event && event.round === context.consult?.round && context.consult.claim === null,
  isConsultClaim: ({ context, event }) =>
    'generation' in event &&
    event.generation === context.consult?.claim?.generation &&
    context.consult.joinedAt === null,
  isColleague: ({ context, event }) =>
    'label' in event &&
    event.label === context.consult?.claim?.label &&
    !context.goneLegs.includes(event.label),
  isAwaitedColleague: ({ context, event }) =>
    'label' in event &&
    event.label === context.consult?.claim?.label &&
    context.consult.joinedAt === null &&
    !context.goneLegs.includes(event.label),
  isAwaitedSuccessor: ({ context: { claim, consult, goneLegs }, event }) =>
    'label' in event &&
    consult?.completesOnAnswer === true &&
    event.label === consult.claim?.label &&
    consult.joinedAt === null &&
    !goneLegs.includes(event.label) &&
    claim !== null,
  isOutsideParty: ({ context, event }) => 'label' in event && event.label === context.outside?.label,
} satisfies Guards;

export const consultSteps = {
  offerConsult: (carried) => {
    const { context, event } = carried;
    if (event.type !== 'consult.asked') return {};
    const { departmentId, employeeId, completesOnAnswer = false } = event;
    const round = context.offered.round + 1;
    const endsAt = nowOf(carried) + msOf(context.times.handOverSeconds);
    const rung = { round, departmentId, employeeId, endsAt };
    return {
      learnt: {
        offered: { ...context.offered, round },
        consult: {
          ...rung,
          completesOnAnswer,
          number: null,
          claim: null,
          joinedAt: null,
          talksTo: 'colleague',
        },
      },
      effects: [
        { type: 'offer', ...rung, purpose: 'consult' },
        { type: 'setDeadline', kind: 'consult', generation: round, dueAt: endsAt },
      ],
    };
  },
  takeConsultClaim: ({ context, event }) => {
    if (event.type !== 'consult.claimed') return {};
    const { employeeId, generation, phoneKind } = event;
    const { times } = context;
    const label = legLabel(employeeId, generation);
    const expiresAt = event.now + msOf(claimSecondsOf(times, phoneKind));
    const timeoutSeconds = ringSecondsOf(times);
    const conferenceSid = context.conferenceSid!;
    const join: CallEffect[] =
      phoneKind === 'browser'
        ? []
        : [{ type: 'join', employeeId, generation, label, conferenceSid, timeoutSeconds }];
    return {
      learnt: {
        consult: {
          ...context.consult!,
          claim: { employeeId, generation, label, expiresAt, phoneKind, legCallSid: null },
        },
      },
      effects: [
        ...stopRinging,
        { type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt },
        ...join,
      ],
    };
  },
  dialOutside: (carried) => {
    const { context, event } = carried;
    if (event.type !== 'consult.dialled') return {};
    const { number, generation } = event;
    const label = outsideLabel(generation);
    const timeoutSeconds = context.times.handOverSeconds;
    const expiresAt = nowOf(carried) + msOf(timeoutSeconds) + heardWithinMs;
    return {
      learnt: {
        consult: {
          round: context.offered.round,
          departmentId: context.clientDepartmentId,
          employeeId: null,
          endsAt: expiresAt,
          number,
          claim: { employeeId: null, generation, label, expiresAt, legCallSid: null },
          joinedAt: null,
          talksTo: 'colleague',
        },
      },
      effects: [
        { type: 'setDeadline', kind: 'claim', generation, dueAt: expiresAt },
        { type: 'dial', conferenceSid: context.conferenceSid!, label, number, timeoutSeconds },
      ],
    };
  },
  noteOutsideLeg: ({ context: { consult }, event }) => {
    if (event.type !== 'outside.rings') return {};
    const claim = { ...consult!.claim!, legCallSid: event.legCallSid };
    return { learnt: { consult: { ...consult!, claim } } };
  },
  noteColleagueJoin: ({ context, event }) => {
    const { claim } = context.consult!;
    const legCallSid = event.type === 'employee.joined' ? event.legCallSid : null;
    return {
      learnt: { consult: { ...context.consult!, joinedAt: event.at } },
      effects: [...endLease, { type: 'recordJoin', generation: claim!.generation, at: event.at, legCallSid }],
    };
  },
  dropConsult: ({ context, event }) => {
    const { consult, conferenceSid } = context;
    if (!consult) return {};
    const effects: CallEffect[] =
      consult.joinedAt !== null && conferenceSid
        ? [{ type: 'removeLeg', conferenceSid, label: consult.claim!.label }]
        : endConsult(consult, event);
    return { learnt: { consult: null, consultFailed: null }, effects };
  },
  failConsult: ({ context, event }) => {
    const { consult } = context;
    if (!consult) return {};
    const { departmentId, claim, number } = consult;
    const employeeId = claim?.employeeId ?? consult.employeeId;
    const failed = { reason: consultFailureOf(consult, event), departmentId, employeeId, number };
    return {
      learnt: { consult: null, consultFailed: failed },
      effects: consult.joinedAt === null ? endConsult(consult, event) : [],
    };
  },
} satisfies Steps;

/** A consultation that nobody joined: nothing rings for it any more. */
export function endConsult({ claim }: Consult, event: CallEvent): CallEffect[] {
  if (!claim) return stopRinging;
  const isGone =
    event.type === 'employee.left' || event.type === 'outside.notReached' || event.type === 'outside.left';
  if (isGone && event.label === claim.label) return endLease;
  const { generation, employeeId, legCallSid } = claim;
  if (employeeId === null)
    return legCallSid ? [...endLease, { type: 'endLeg', callSid: legCallSid }] : endLease;
  return [
    ...endLease,
    { type: 'recordRelease', generation, at: event.at, reason: event.type },
    { type: 'dropLeg', generation },
  ];
}

function consultFailureOf({ claim, joinedAt }: Consult, event: CallEvent): ConsultFailure {
  const { type } = event;
  if (type === 'call.notChanged') return 'cannotHold';
  if (joinedAt !== null || type === 'employee.left' || type === 'outside.left') return 'left';
  if (type === 'outside.notReached') return outsideFailures[event.reason] ?? 'cannotDial';
  if (claim) return 'notReached';
  return type === 'offer.declined' ? 'declined' : 'notTaken';
}

const outsideFailures: Record<string, ConsultFailure> = { busy: 'busy', 'no-answer': 'noAnswer' };

const stopRinging: CallEffect[] = [
  { type: 'endOffers', outcome: 'withdrawn' },
  { type: 'withdrawDeadlines', kinds: ['consult'] },
];
