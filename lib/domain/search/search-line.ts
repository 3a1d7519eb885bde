import { cardLimits } from '@/lib/domain/counterparties/card-limits';

/** As much of a typed line as a search takes: what goes beyond names nothing. */
export const searchLine = (typed: string): string => typed.slice(0, cardLimits.name);
