import { listNextReactionsByIds } from '@/db/next-reactions';
import { listOpenSlips, type SlipRow } from '@/db/slips';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { SlipView } from '@/lib/domain/reactions/next-reactions.contract';
import type { SlipKind } from '@/lib/domain/reactions/slip';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';

/**
 * What slipped and is told to the person, to whom they stand in for (CS-9) or to their whole department, until it is settled;
 * newest first.
 */
export async function listSlips(
  context: Context,
  input: { kind: SlipKind; after?: string; limit: number },
): Promise<Page<SlipView> & { now: number }> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const rows = await slipsOf(db, person, input.kind, {
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.at, last.id));
  context.saw({
    kind: 'nextReactions',
    rowCount: page.rows.length,
    filters: ['mine', 'state'],
    afterId: afterIdOf(input.after),
  });
  return { rows: await describeSlips(db, person, page.rows, now), next: page.next, now };
}

/** The newest open slips of the person, each found by its own index. */
export async function slipsOf(
  db: Db,
  person: Person,
  kind: SlipKind,
  page: { after?: { at: number; id: string }; limit: number },
): Promise<SlipRow[]> {
  const listeners = [
    ...[person.id, ...person.substitutesFor].map((employeeId) => ({ employeeId })),
    { departmentId: person.departmentId },
  ];
  const rows: SlipRow[] = [];
  for (const listener of listeners) rows.push(...(await listOpenSlips(db, { ...listener, kind, ...page })));
  return rows.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1)).slice(0, page.limit);
}

/** With their next reactions as the person sees them; one whose next reaction is gone is left out. */
export async function describeSlips(
  db: Db,
  person: Person,
  rows: readonly SlipRow[],
  now: number,
): Promise<SlipView[]> {
  const ids = [...new Set(rows.map((row) => row.nextReactionId))];
  const nexts = await describeNextReactions(db, person, await listNextReactionsByIds(db, ids), now);
  const nextOf = new Map(nexts.map((next) => [next.id, next]));
  return rows.flatMap(({ id, kind, cause, dueAt, at, nextReactionId }) => {
    const nextReaction = nextOf.get(nextReactionId);
    return nextReaction ? [{ id, kind, cause, slippedFrom: dueAt, at, nextReaction }] : [];
  });
}
