import { hourMs } from '@/lib/domain/duration';
import type { ChosenPresence } from '@/lib/domain/employees/presence';

/** What a person is while a call can reach them, and the time after a call. Whoever is out of reach is nothing. */
const trackedPresences = ['available', 'break', 'lunch', 'meeting', 'training', 'afterCall'] as const;
export type TrackedPresence = (typeof trackedPresences)[number];

/** Longer spans are cut, so that those of a period are found among those that began half a day before it. */
export const longestSpanMs = 12 * hourMs;

/** What is kept of a chosen presence; null for a person who is not at work or out of reach. */
export function trackedOf(chosen: ChosenPresence, isReachable: boolean): TrackedPresence | null {
  if (!isReachable || chosen === 'offline' || chosen === 'absent') return null;
  return chosen;
}
