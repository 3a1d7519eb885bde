import { type Guards, type Steps, takerOf } from './call-step';

export const handOverGuards = {
  isHandOverClaim: ({ context, event }) =>
    context.offered.purpose === 'handOver' &&
    (('generation' in event && event.generation === context.claim?.generation) ||
      ('label' in event && event.label === context.claim?.label)),
  mayTransfer: ({ context }) => context.claim !== null && context.isHandedOver && !context.isEnding,
  isLeftAlone: ({ context: { claim, outside, goneLegs } }) =>
    claim === null && (outside === null || goneLegs.includes(outside.label)),
} satisfies Guards;

export const handOverSteps = {
  noteTransfer: ({ context: { claim }, event }) =>
    event.type === 'employee.transferred'
      ? {
          learnt: {
            transferredBy: { employeeId: claim!.employeeId, departmentId: event.fromDepartmentId },
          },
        }
      : {},
  failHandOver: ({ context, event }) => {
    if (context.transferredBy) return {};
    const reason =
      event.type === 'employee.tookBack'
        ? 'takenBack'
        : event.type === 'offer.declined'
          ? 'declined'
          : 'notTaken';
    return { learnt: { goesOnAfter: 'handOver' }, effects: [{ type: 'failHandOver', reason }] };
  },
  noteDrop: ({ context }) => ({
    learnt: { goesOnAfter: 'drop', transferredBy: takerOf(context) },
  }),
  noteLeftAlone: () => ({ learnt: { isEnding: false, outside: null, goesOnAfter: 'drop' } }),
} satisfies Steps;
