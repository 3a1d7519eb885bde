import { z } from 'zod';
import { callRoutes } from '@/lib/domain/calls/route';
import { recordId, text } from '@/lib/domain/text-field';
import { type CallsPart, callEnds, callsPartKeys, none } from './calls-part';

export const callsPartShape = {
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
  route: z.enum([...callRoutes, none]).optional(),
  handedOverTo: recordId.optional(),
  end: z.enum(callEnds).optional(),
  step: text(60).optional(),
};

/** What an address says of a part of the calls; what it says wrongly narrows nothing. */
export function readCallsPart(given: Record<string, unknown>): CallsPart {
  const read = callsPartKeys.map((key) => [key, callsPartShape[key].safeParse(given[key]).data] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
