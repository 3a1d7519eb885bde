import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { businessHoursSchema } from '@/lib/domain/deadlines/business-hours';
import { escalationChainSchema } from '@/lib/domain/deadlines/escalation';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { callHandlingSchema } from './call-handling';
import { departmentKinds } from './roles';

const departmentView = z.object({
  id: z.string(),
  kind: z.enum(departmentKinds),
  name: z.string(),
  nameEn: z.string(),
  headId: z.string().nullable(),
  headName: z.string().nullable(),
  hours: businessHoursSchema,
  ...callHandlingSchema.shape,
  escalation: escalationChainSchema,
  employees: z.number(),
  /** Promises whose clock runs in these hours. */
  openNextReactions: z.number(),
  version: z.number(),
  createdAt: z.number(),
  disabledAt: z.number().nullable(),
});

export type DepartmentView = z.infer<typeof departmentView>;

/** What of a department may be changed once it is made. */
export const departmentFieldsSchema = z.object({
  name: requiredText(100),
  nameEn: requiredText(100),
  headId: recordId.nullable(),
  hours: businessHoursSchema,
  ...callHandlingSchema.shape,
  escalation: escalationChainSchema,
});

const params = z.object({ departmentId: recordId });

export const departmentContracts = {
  list: contract({
    method: 'get',
    path: '/departments',
    summary: 'Departments with their heads and working hours',
    response: z.object({ rows: z.array(departmentView) }),
  }),
  create: contract({
    method: 'post',
    path: '/departments',
    summary: 'Adds a department; calls go to the oldest working one of their kind',
    body: z.object({
      kind: z.enum(departmentKinds),
      name: requiredText(100),
      nameEn: requiredText(100),
      headId: recordId.nullable().default(null),
      hours: businessHoursSchema,
    }),
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/departments/{departmentId}',
    summary:
      'Changes name, head, hours, how its calls ring or whom overdue work is shown to; a head may change the latter three of their own department',
    params,
    body: departmentFieldsSchema.partial().extend({ version: z.number().int() }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
  disable: contract({
    method: 'post',
    path: '/departments/{departmentId}/disable',
    summary: 'Disables a department without people and open work, never the last one of its kind',
    params,
    response: z.object({ id: z.string() }),
  }),
  enable: contract({
    method: 'post',
    path: '/departments/{departmentId}/enable',
    summary: 'Takes a disabled department back',
    params,
    response: z.object({ id: z.string() }),
  }),
};
