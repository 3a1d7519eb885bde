import { z } from 'zod';
import { escalationTargets } from './escalation-target';

/** A working month of eight-hour days. */
const longestMinutes = 10_560;

const escalationStepSchema = z.object({
  /** Working minutes of the department after the due time. */
  afterMinutes: z.int('invalid').min(1, 'invalid').max(longestMinutes, 'invalid'),
  to: z.enum(escalationTargets, 'notAChoice'),
});
export type EscalationStep = z.output<typeof escalationStepSchema>;

/** Who is shown what a department has let come overdue, one after the other, each later than the one before and once. */
export const escalationChainSchema = z
  .array(escalationStepSchema)
  .max(escalationTargets.length, 'tooLong')
  .superRefine((steps, issues) => {
    steps.forEach(({ afterMinutes, to }, index) => {
      const before = steps.slice(0, index);
      if (before.some((step) => step.afterMinutes >= afterMinutes)) {
        issues.addIssue({
          code: 'custom',
          path: [index, 'afterMinutes'],
          message: 'departments.problems.stepNotLater',
        });
      }
      if (before.some((step) => step.to === to)) {
        issues.addIssue({ code: 'custom', path: [index, 'to'], message: 'departments.problems.stepTwice' });
      }
    });
  });
export type EscalationChain = z.output<typeof escalationChainSchema>;

/** The chain kept with a department; none when it cannot be read. */
export const readEscalationChain = (kept: unknown): EscalationChain => {
  const parsed = escalationChainSchema.safeParse(kept);
  return parsed.success ? parsed.data : [];
};
