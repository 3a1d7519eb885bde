import type { CallContext, TalksTo } from './call-context';
import { type Guards, nowOf, type Steps, unheld } from './call-step';

export const holdGuards = {
  mayHold: ({ context }) =>
    context.claim !== null && !context.isHeld && !context.consult && context.conferenceSid !== null,
  mayResume: ({ context }) => context.isHeld && !context.consult,
  isAudible: ({ context: { claim, isMuted, conferenceSid } }) =>
    claim !== null && claim.phoneKind !== 'browser' && !isMuted && conferenceSid !== null,
  isMuted: ({ context }) => context.isMuted,
} satisfies Guards;

export const holdSteps = {
  holdCaller: (carried) => {
    const { conferenceSid, heldSince } = carried.context;
    return {
      learnt: { isHeld: true, heldSince: heldSince ?? nowOf(carried), consultFailed: null },
      effects: conferenceSid ? [{ type: 'hold', conferenceSid }] : [],
    };
  },
  resumeCaller: ({ context: { conferenceSid, isHeld } }) => ({
    learnt: { ...unheld, consultFailed: null },
    effects: conferenceSid && isHeld ? [{ type: 'unhold', conferenceSid }] : [],
  }),
  mute: ({ context: { claim, conferenceSid } }) => ({
    learnt: { isMuted: true },
    effects: [{ type: 'mute', conferenceSid: conferenceSid!, label: claim!.label }],
  }),
  unmute: ({ context: { claim, conferenceSid } }) => ({
    learnt: { isMuted: false },
    effects: [{ type: 'unmute', conferenceSid: conferenceSid!, label: claim!.label }],
  }),
  takeOrderBack: (carried) => {
    const { event, context } = carried;
    if (event.type !== 'call.notChanged') return {};
    const { heldSince, consult } = context;
    const isOtherHeld = consult?.talksTo === 'caller';
    const talksTo = (others: TalksTo): Partial<CallContext> =>
      consult && !isOtherHeld ? { consult: { ...consult, talksTo: others } } : {};
    switch (event.order) {
      case 'hold':
        return { learnt: { ...unheld, ...talksTo('everyone') } };
      case 'unhold':
        return {
          learnt: { isHeld: true, heldSince: heldSince ?? nowOf(carried), ...talksTo('colleague') },
        };
      default:
        return { learnt: { isMuted: event.order === 'unmute' } };
    }
  },
} satisfies Steps;
