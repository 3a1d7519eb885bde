import { type SQL, sql } from 'drizzle-orm';

/** How many rows are so; all of them without a condition. */
export const countWhere = (condition: SQL | undefined) =>
  (condition ? sql<number>`count(*) filter (where ${condition})` : sql<number>`count(*)`).mapWith(Number);
