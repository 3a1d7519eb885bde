import type { CallFactRow } from '@/db/call-facts';
import type { CallRow } from '@/db/calls';
import type { KeptEvent } from '@/lib/domain/calls/verdict';

/** What happened in a call, in order of time; nothing before it arrived, whatever the line's clock says. */
export function eventsOf({ arrivedAt }: CallRow, facts: readonly CallFactRow[]): KeptEvent[] {
  return facts
    .map(({ event, occurredAt }) => ({ ...(event as { type: string }), at: Math.max(occurredAt, arrivedAt) }))
    .sort((one, other) => one.at - other.at);
}
