import { z } from 'zod';

const repairFields = ['voice', 'fallback', 'statusCallback'] as const;

/** An address to be set at the provider, always with POST; `name` is the number, or empty for the TwiML App. */
export const repairSchema = z.object({
  target: z.enum(['number', 'app']),
  sid: z.string(),
  name: z.string(),
  field: z.enum(repairFields),
  /** What is there now: method and address; empty when nothing is. */
  from: z.string(),
  to: z.string(),
});

export type Repair = z.infer<typeof repairSchema>;

/** Two findings may be put right by one act. */
export const repairKey = ({ sid, field }: Pick<Repair, 'sid' | 'field'>) => `${sid} ${field}`;

/** Every act once, in the order of the findings. */
export function repairsOf(findings: readonly { repair: Repair | null }[]): Repair[] {
  const repairs = findings.flatMap(({ repair }) => repair ?? []);
  return [...new Map(repairs.map((repair) => [repairKey(repair), repair])).values()];
}
