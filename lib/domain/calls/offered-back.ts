import type { CallContext } from './call-context';
import type { OfferPurpose } from './call-effect';

/**
 * S8: a caller whose line to a person broke off is offered back to that person, whose own the call still is: whatever state
 * they chose meanwhile, and although the telephone of their browser died with it.
 */
export const isOfferedBack = (
  { purpose }: { purpose: OfferPurpose },
  { goesOnAfter }: Pick<Partial<CallContext>, 'goesOnAfter'>,
): boolean => purpose === 'resume' && goesOnAfter === 'drop';
