import { z } from 'zod';
import { isTimeZone } from '@/lib/domain/deadlines/time-zone';

/** A city as a counterparty's «Группа»; its dialling codes complete local numbers, `+…` when the city is outside +7. */
export const citySchema = z.object({
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().max(100),
  region: z.string().trim().max(100),
  timeZone: z.string().refine(isTimeZone),
  diallingCodes: z.array(z.string().regex(/^(\d{3,5}|\+[1-9]\d{1,6})$/)).max(5),
});

export type City = z.infer<typeof citySchema>;
