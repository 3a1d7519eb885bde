import type { DialFailure } from './call-context';
import type { CallEvent } from './call-event';
import { type Guards, msOf, nowOf, type Steps } from './call-step';
import { callerLabel, legLabel } from './leg';
import { claimSecondsOf, dialSeconds, heardWithinMs } from './times';

export const placingGuards = {
  isPlaced: ({ context }) => context.placed !== null,
  isUndialled: ({ context }) => context.placed !== null && context.dialledSid === null,
  isCallingOff: ({ event }) => event.type === 'dial.lapsed' && event.generation === callingOffGeneration,
} satisfies Guards;

export const placingSteps = {
  takeOwnClaim: ({ context: { placed, times, arrivedAt } }) => {
    const { employeeId, phoneKind } = placed!;
    const generation = ownGeneration;
    const label = legLabel(employeeId, generation);
    const expiresAt = arrivedAt + msOf(claimSecondsOf(times, phoneKind));
    return { learnt: { claim: { employeeId, generation, label, expiresAt, phoneKind } } };
  },
  noteOwnJoin: ({ context, event }) => {
    if (event.type !== 'employee.joined') return {};
    const { generation } = context.claim!;
    const { at, legCallSid } = event;
    return { effects: [{ type: 'recordJoin', generation, at, legCallSid }] };
  },
  dialCaller: (carried) => {
    const { placed, claim, conferenceSid } = carried.context;
    const dueAt = nowOf(carried) + msOf(dialSeconds) + heardWithinMs;
    return {
      learnt: { claim: { ...claim!, expiresAt: dueAt } },
      effects: [
        { type: 'setDeadline', kind: 'dial', generation: ownGeneration, dueAt },
        {
          type: 'dial',
          conferenceSid: conferenceSid!,
          label: callerLabel,
          number: placed!.number,
          timeoutSeconds: dialSeconds,
        },
      ],
    };
  },
  endDialling: () => ({ effects: [{ type: 'withdrawDeadlines', kinds: ['dial'] }] }),
  noteDialled: ({ context, event }) =>
    'callSid' in event ? { learnt: { dialledSid: event.callSid ?? context.dialledSid } } : {},
  noteAnswer: ({ event }) => ({ learnt: { joinedAt: event.at, answeredAt: event.at } }),
  giveUp: (carried) => {
    const { event, context } = carried;
    const dialFailed = dialFailureOf(event);
    const isOurs = dialFailed === 'calledOff' || dialFailed === 'notReached';
    return {
      learnt: {
        dialFailed,
        endedAt: context.endedAt ?? nowOf(carried),
        endedBy: isOurs ? 'employee' : 'system',
      },
    };
  },
  callOff: (carried) => ({
    effects: [
      {
        type: 'setDeadline',
        kind: 'dial',
        generation: callingOffGeneration,
        dueAt: nowOf(carried) + heardWithinMs,
      },
      { type: 'callOff' },
    ],
  }),
  excuse: () => ({ effects: [{ type: 'excuse' }] }),
} satisfies Steps;

/** Why a call we place came to nothing, by what ended it. */
function dialFailureOf(event: CallEvent): DialFailure {
  switch (event.type) {
    case 'call.completed':
      return failuresByStatus[event.status] ?? 'noAnswer';
    case 'caller.notDialled':
      return 'cannotDial';
    case 'dial.lapsed':
      return 'noAnswer';
    case 'employee.notReached':
    case 'claim.lapsed':
      return 'notReached';
    default:
      return 'calledOff';
  }
}

const failuresByStatus: Record<string, DialFailure> = {
  busy: 'busy',
  'no-answer': 'noAnswer',
  failed: 'cannotDial',
  canceled: 'noAnswer',
};

/** The claim a call is placed with, and the deadline of its dialling; the other one is for calling it off. */
const ownGeneration = 1;
const callingOffGeneration = 2;
