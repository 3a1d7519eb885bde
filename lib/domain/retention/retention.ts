import { z } from 'zod';
import { keyKnownDays } from './repeated-requests';

/** What is kept for a number of days; recordings of conversations are kept as long as their line says. */
export const retentionKinds = [
  'messages',
  'unknownCallers',
  'letters',
  'closedAppealFiles',
  'imports',
  'accessLog',
  'requests',
  'feed',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

type Range = { min: number; max: number; mayStay: boolean; byDefault: number | null };

const longestDays = 3650;

/** Days, from the fewest that the console itself can do with. `mayStay`: null days keep it for good. */
export const retentionRanges: Record<RetentionKind, Range> = {
  messages: { min: 1, max: longestDays, mayStay: true, byDefault: null },
  unknownCallers: { min: 7, max: longestDays, mayStay: true, byDefault: null },
  letters: { min: 30, max: longestDays, mayStay: true, byDefault: null },
  closedAppealFiles: { min: 1, max: longestDays, mayStay: true, byDefault: null },
  imports: { min: 30, max: longestDays, mayStay: true, byDefault: null },
  accessLog: { min: 365, max: longestDays, mayStay: true, byDefault: 365 },
  requests: { min: keyKnownDays, max: 30, mayStay: false, byDefault: keyKnownDays },
  feed: { min: 1, max: 30, mayStay: false, byDefault: 2 },
};

/** Days; null keeps for good. */
export type Retention = Record<RetentionKind, number | null>;

/** Whole days within the range of the kind; null, for good, where it may stay. */
export const daysSchemaOf = (kind: RetentionKind) => {
  const { min, max, mayStay } = retentionRanges[kind];
  const days = z.number().int('invalid').min(min, 'tooSmall').max(max, 'tooBig');
  return mayStay ? days.nullable() : days;
};

export const retentionSchema = z.object({
  messages: daysSchemaOf('messages'),
  unknownCallers: daysSchemaOf('unknownCallers'),
  letters: daysSchemaOf('letters'),
  closedAppealFiles: daysSchemaOf('closedAppealFiles'),
  imports: daysSchemaOf('imports'),
  accessLog: daysSchemaOf('accessLog'),
  requests: daysSchemaOf('requests'),
  feed: daysSchemaOf('feed'),
});

/** The stored days; what is missing or unreadable of them is as it is without a word. */
export function readRetention(stored: unknown): Retention {
  const given = (stored ?? {}) as Record<string, unknown>;
  const read = (kind: RetentionKind) => {
    const parsed = kind in given ? daysSchemaOf(kind).safeParse(given[kind]) : null;
    return parsed?.success ? parsed.data : retentionRanges[kind].byDefault;
  };
  return Object.fromEntries(retentionKinds.map((kind) => [kind, read(kind)])) as Retention;
}

/** The last sweep: when, and how much of each kind it took. */
export type RetentionRun = { at: number; counts: Partial<Record<RetentionKind, number>> };
