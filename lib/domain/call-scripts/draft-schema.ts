import { z } from 'zod';
import { counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { departmentKinds } from '@/lib/domain/employees/roles';
import type { Draft } from './draft';

const card = z.object({
  name: z.string(),
  category: z.string(),
  city: z.string(),
  contactPerson: z.string(),
  phone: z.string(),
  phoneExtension: z.string(),
});
const project = z.object({ id: z.string(), name: z.string() });

/** The draft as the API shows it. */
export const draftSchema: z.ZodType<Draft, Draft> = z.object({
  chosenCounterparty: card.extend({ id: z.string(), status: z.enum(counterpartyStatuses) }).nullable(),
  card,
  chosenAppeal: z
    .object({
      id: z.string(),
      counterpartyId: z.string(),
      topic: z.string(),
      project: project.nullable(),
    })
    .nullable(),
  appeal: z.object({
    topic: z.string(),
    type: z.string(),
    project: project.nullable(),
    note: z.string(),
  }),
  complaint: z.object({ text: z.string(), departmentKind: z.enum(departmentKinds).nullable() }),
  satisfaction: z
    .object({ software: z.string(), support: z.string(), company: z.string() })
    .partial()
    .optional(),
  note: z.string(),
  email: z.string().optional(),
  deliveryOn: z.string().optional(),
  callBackAt: z.string().optional(),
});
