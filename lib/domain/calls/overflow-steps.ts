import type { CallContext } from './call-context';
import type { CallEffect } from './call-effect';
import type { Carried, Step } from './call-step';

/** IN-11: the caller has waited for their own department for so long that the other one is rung besides. */
export const mayOverflow = ({ context, event }: Carried): boolean => {
  const { overflow, overflowsTo, overflowAt, offered } = context;
  if (!overflow || overflowsTo !== null || overflowAt === null) return false;
  return offered.purpose === 'inbound' && 'now' in event && event.now >= overflowAt;
};

/** Both departments are rung from now on, in the same round; the caller keeps their place in the queue of their own. */
export const overflow = ({ context: { overflow, offered } }: Carried): Step => ({
  learnt: { overflowsTo: overflow!.departmentId },
  effects: [{ type: 'offer', ...offered }],
});

/** The caller waits anew from `now` on. */
export function awaitOverflow(context: CallContext, now: number): Step {
  if (!context.overflow) return {};
  const overflowAt = now + context.overflow.seconds * 1000;
  return { learnt: { overflowsTo: null, overflowAt }, effects: deadline(context, overflowAt) };
}

/** The caller goes on waiting, after a claim that came to nothing. */
export function awaitOverflowFurther(context: CallContext, now: number): Step {
  const { overflow, overflowsTo, overflowAt } = context;
  if (!overflow || overflowsTo !== null) return {};
  return { effects: deadline(context, Math.max(now, overflowAt ?? now)) };
}

const deadline = ({ offered }: CallContext, dueAt: number): CallEffect[] => [
  { type: 'setDeadline', kind: 'overflow', generation: offered.round, dueAt },
];
