import { z } from 'zod';
import { importFields } from './import-fields';

/** A field of a record, or one that an administrator has added to the card: `own_` and its id. */
export const importFieldSchema = z.union(
  [z.enum(importFields), z.templateLiteral(['own_', z.string()])],
  'notAChoice',
);

/** Which field each column of the file holds, by the column's position; absent: the column is left out. */
export const importMappingSchema = z.record(z.string().regex(/^\d{1,3}$/), importFieldSchema);
export type ImportMapping = z.output<typeof importMappingSchema>;
