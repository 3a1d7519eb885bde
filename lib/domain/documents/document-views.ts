import { z } from 'zod';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { documentKinds } from './document';

export const documentViewSchema = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  number: z.number(),
  title: z.string(),
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  madeBy: personNameSchema.nullable(),
  madeAt: z.number(),
});
export type DocumentView = z.output<typeof documentViewSchema>;
