import { reckonEvents, writtenEvents } from '@/tests/reckon-events';
import type { Check, Violation } from './evidence';

/** I12: other programs are told of all that happened and of nothing else, each of it once to each who asked. */
export const tellsWhatHappened: Check = (evidence) => {
  const expected = reckonEvents(evidence);
  const written = writtenEvents(evidence.webhookEvents);
  const violations: Violation[] = [];
  const count = (among: readonly string[], event: string) => among.filter((one) => one === event).length;
  for (const event of new Set([...expected, ...written])) {
    const times = count(written, event);
    const due = count(expected, event);
    if (times !== due)
      violations.push({ invariant: 'I12', what: `${event} happened ${due} times, told ${times}` });
  }
  const sent = new Set(evidence.webhookDeliveries.map(({ eventId }) => eventId));
  for (const { id } of evidence.webhookEvents) {
    if (!sent.has(id)) violations.push({ invariant: 'I12', what: `event ${id} is sent to nobody` });
  }
  return violations;
};
