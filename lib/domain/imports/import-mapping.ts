import { z } from 'zod';
import { importFields } from './import-fields';

/** Which field each column of the file holds, by the column's position; absent: the column is left out. */
export const importMappingSchema = z.record(
  z.string().regex(/^\d{1,3}$/),
  z.enum(importFields, 'notAChoice'),
);
export type ImportMapping = z.output<typeof importMappingSchema>;
