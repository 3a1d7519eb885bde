import { z } from 'zod';
import { callRoutes } from '@/lib/domain/calls/route';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { fieldNames, stages, stepTags } from './call-script';
import { reportedEventSchema } from './events';
import { requirements } from './requirements';
import type { StepView } from './step-view';

const departmentKind = z.enum(departmentKinds);
const missing = z.array(z.enum(requirements));
const eventType = z.literal(reportedEventSchema.options.map(({ shape }) => shape.type.value));

/** The current step of a conversation as the API shows it. */
export const stepViewSchema: z.ZodType<StepView, StepView> = z.object({
  name: z.string(),
  say: z.string().nullable(),
  kind: z.enum(['mandatory', 'bySense', 'told']),
  stage: z.enum(stages).nullable(),
  tags: z.array(z.enum([...stepTags, 'unfinished'])),
  fields: z.array(z.enum(fieldNames)),
  answers: z.array(
    z.object({
      number: z.number(),
      label: z.string(),
      event: z.looseObject({ type: eventType }),
      needs: z.literal('employeeId').optional(),
      possible: z.boolean(),
      missing,
    }),
  ),
  stages: z.array(z.object({ stage: z.enum(stages), state: z.enum(['done', 'current', 'ahead']), missing })),
  missing,
  route: z.enum(callRoutes).nullable(),
  target: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('department'), departmentKind }),
      z.object({
        kind: z.literal('employee'),
        employeeId: z.string(),
        name: z.string(),
        departmentKind,
        present: z.boolean(),
      }),
    ])
    .nullable(),
  callerLeft: z.boolean(),
  recordsWritten: z.boolean(),
  ended: z.boolean(),
});
