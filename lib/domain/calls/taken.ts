import type { CallContext } from './call-context';

/**
 * Whether a person has a caller who was handed over, or is being joined to one: even whoever led the conversation, when
 * they get their own hand-over back from others. They may pass the caller on.
 */
export const isTakenBy = (
  personId: string,
  { claim, joinedAt, isHandedOver, offered, transferredBy }: Partial<CallContext>,
): boolean => {
  if (claim?.employeeId !== personId) return false;
  return joinedAt === null ? offered?.purpose === 'handOver' || !!transferredBy : isHandedOver === true;
};
