import type { Conversation } from '@/components/calls/running-call';

/** The steps the manager may still go back to, oldest first; after the records only to the choice of IN-10. */
export function openSteps({ trail, step }: Pick<Conversation, 'trail' | 'step'>): string[] {
  if (step.ended || step.tags.includes('handingOver')) return [];
  const from = trail.lastIndexOf('returned');
  const earlier = trail.slice(Math.max(0, from), -1);
  return step.recordsWritten ? earlier.filter((name) => name === 'returned') : earlier;
}
