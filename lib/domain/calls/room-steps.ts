import type { Guards, Steps } from './call-step';

export const roomGuards = {
  isNewConference: ({ context, event }) =>
    'conferenceSid' in event && context.conferenceSid !== event.conferenceSid,
  isFirstConference: ({ context, event }) => 'conferenceSid' in event && context.conferenceSid === null,
  isPresentLeg: ({ context, event }) => 'label' in event && !context.goneLegs.includes(event.label),
  isStrayLeg: ({ context, event }) =>
    'label' in event &&
    event.label !== context.claim?.label &&
    event.label !== context.consult?.claim?.label &&
    event.label !== context.outside?.label &&
    event.label !== context.supervision?.label &&
    !context.goneLegs.includes(event.label),
} satisfies Guards;

export const roomSteps = {
  noteConference: ({ event }) => ({
    learnt: 'conferenceSid' in event ? { conferenceSid: event.conferenceSid } : {},
  }),
  noteLeave: ({ context, event }) => {
    if (!('label' in event)) return {};
    return {
      learnt: { goneLegs: [...context.goneLegs, event.label] },
      effects: [{ type: 'recordLeave', label: event.label, at: event.at }],
    };
  },
  removeLeg: ({ context: { conferenceSid }, event }) => {
    if (!('label' in event) || !conferenceSid) return {};
    return { effects: [{ type: 'removeLeg', conferenceSid, label: event.label }] };
  },
} satisfies Steps;
