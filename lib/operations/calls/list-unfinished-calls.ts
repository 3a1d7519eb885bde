import { countUnfinishedCalls, listUnfinishedCalls as listRows, type OwnerScope } from '@/db/call-journal';
import { getCallScriptRun } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import { listEmployeesByIds } from '@/db/employees';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { restore } from '@/lib/domain/call-scripts/run';
import type { UnfinishedCall } from '@/lib/domain/calls/journal-view';
import type { Person } from '@/lib/domain/employees/employee';
import { has, mayWorkOnDraftOf, reviewsEverything } from '@/lib/domain/employees/permissions';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeJournal } from './describe-journal';

/**
 * IN-6: the person's own unfinished calls and those of the people they stand in for; for a head the whole department's,
 * for those who review everything all of them. If wanted, one owner's of them alone. The longest waiting first; `count` counts them on all pages.
 */
export async function listUnfinishedCalls(
  context: Context,
  input: { employeeId?: string; after?: string; limit: number },
): Promise<Page<UnfinishedCall> & { now: number; count: number }> {
  const person = signedIn(context);
  const db = context.read;
  const scope = ownersFor(person);
  const page = toPage(
    await listRows(db, {
      scope,
      ownerId: input.employeeId,
      after: readPlace(input.after, timeCursor),
      limit: input.limit + 1,
    }),
    input.limit,
    (last) => cursorOf(last.unfinishedSince!, last.id),
  );
  const calls = page.rows;
  context.saw({
    kind: 'unfinishedCalls',
    rowCount: calls.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const owners = await listEmployeesByIds(
    db,
    calls.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const described = await describeJournal(db, person, calls);
  const rows: UnfinishedCall[] = [];
  for (const [index, call] of calls.entries()) {
    const owner = owners.find(({ id }) => id === call.ownerId);
    const mayWork = owner !== undefined && mayWorkOnDraftOf(person, owner);
    const conversation = await whereItStands(db, call);
    const isOwn = owner?.id === person.id;
    rows.push({
      ...described[index]!,
      unfinishedSince: call.unfinishedSince!,
      step: conversation?.step ?? null,
      typedName: conversation?.typedName ?? '',
      may: {
        finish: isOwn && conversation !== null,
        takeOver: mayWork && !isOwn && conversation !== null,
        discard: mayWork,
      },
    });
  }
  return {
    now: context.now(),
    count: await countUnfinishedCalls(db, scope, input.employeeId),
    rows,
    next: page.next,
  };
}

function ownersFor(person: Person): OwnerScope {
  if (reviewsEverything(person)) return 'all';
  const ownerIds = [person.id, ...person.substitutesFor];
  return has(person, 'head') ? { ownerIds, departmentId: person.departmentId } : { ownerIds };
}

/** Null when the conversation cannot be read or answered any more. */
async function whereItStands(db: Db, call: CallRow): Promise<{ step: string; typedName: string } | null> {
  const run = await getCallScriptRun(db, call.id);
  if (run?.status !== 'active') return null;
  const restored = restore({ id: run.scriptId, version: run.machineVersion }, run.snapshot);
  if (!restored.ok) return null;
  const { chosenCounterparty, card } = restored.conversation.draft;
  return { step: restored.step.name, typedName: chosenCounterparty?.name ?? card.name };
}
