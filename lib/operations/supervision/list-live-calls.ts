import { listOpenCallOffers } from '@/db/call-offers';
import { getCallScriptRun } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import { listVisibleCounterparties } from '@/db/counterparties';
import { countLiveCalls, type LiveScope, listCallsAskingForHelp, listOtherLiveCalls } from '@/db/live-calls';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { restore } from '@/lib/domain/call-scripts/run';
import type { liveShows } from '@/lib/domain/calls/live-shows';
import { liveStateOf } from '@/lib/domain/calls/live-state';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { maySeeLiveCalls, maySupervise, reviewsEverything } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readCursor, stretchCursor, toPage } from '@/lib/domain/paging';
import { readCompanyNames } from '@/lib/operations/calls/company-names';
import { callerOf } from '@/lib/operations/calls/describe-call';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardsOfNumbers } from '@/lib/operations/counterparties/cards-of-numbers';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeSupervision } from './describe-supervision';

type Row = CallRow & { stretch: number };

/**
 * Calls that go on: first those whose employee asks for help, whoever waits longest first, then the others, the oldest
 * first; if wanted, those that one employee leads. A head sees those their department has, whoever reviews everything sees all.
 * @throws Refusal `forbidden`
 */
export async function listLiveCalls(
  context: Context,
  input: { show: (typeof liveShows)[number]; employeeId?: string; after?: string; limit: number },
): Promise<Page<LiveCall> & { now: number; counts: { all: number; help: number } }> {
  const person = signedIn(context);
  if (!maySeeLiveCalls(person)) throw forbidden();
  const db = context.read;
  const scope: LiveScope = {
    departmentId: reviewsEverything(person) ? undefined : person.departmentId,
    employeeId: input.employeeId,
  };
  const cursor = readCursor(input.after, stretchCursor);
  const lists =
    input.show === 'help' ? [listCallsAskingForHelp] : [listCallsAskingForHelp, listOtherLiveCalls];
  const first = cursor?.[2] ?? 0;
  const rows: Row[] = [];
  for (let stretch = first; stretch < lists.length && rows.length <= input.limit; stretch += 1) {
    const found = await lists[stretch]!(db, {
      scope,
      after: cursor && stretch === first ? { at: cursor[0], id: cursor[1] } : undefined,
      limit: input.limit + 1 - rows.length,
    });
    rows.push(...found.map((row) => ({ ...row, stretch })));
  }
  const page = toPage(rows, input.limit, (last) =>
    cursorOf(last.stretch === 0 ? last.helpAskedAt! : last.arrivedAt, last.id, last.stretch),
  );
  context.saw({
    kind: 'liveCalls',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describe(db, person, page.rows),
    next: page.next,
    now: context.now(),
    counts: await countLiveCalls(db, scope),
  };
}

async function describe(db: Db, person: Person, calls: readonly CallRow[]): Promise<LiveCall[]> {
  const { departments, lines, codeLengthOf } = await readCompanyNames(db);
  const standing = await Promise.all(calls.map((call) => standingOf(db, call)));
  const offers = await Promise.all(calls.map(({ id }) => listOpenCallOffers(db, id)));
  const chosenIds = standing.flatMap(({ chosenId }) => chosenId ?? []);
  const chosen = await listVisibleCounterparties(db, cardScopeOf(person), [...new Set(chosenIds)]);
  const ofNumber = await cardsOfNumbers(
    db,
    person,
    calls.flatMap(({ callerE164 }) => callerE164 ?? []),
  );
  const names = await readDirectory(db, {
    departments,
    employees: [
      ...calls.flatMap(({ claimedBy, supervisedBy }) => [claimedBy, supervisedBy]),
      ...offers.flat().map(({ employeeId }) => employeeId),
    ],
  });
  return calls.map((call, index) => {
    const kept = keptContextOf(call);
    const { step, chosenId } = standing[index]!;
    const card = chosen.find(({ id }) => id === chosenId);
    const isOther = call.claimedBy !== null && call.claimedBy !== person.id;
    const isSupervisable = call.phase === 'talking' && kept.conferenceSid != null && !kept.isEnding;
    return {
      id: call.id,
      direction: call.direction,
      caller: callerOf(call, codeLengthOf),
      cards: card ? [{ id: card.id, name: card.name, status: card.status }] : ofNumber(call.callerE164),
      line: lines.get(call.calledNumber) ?? null,
      calledNumber: call.calledNumber,
      department: names.department(call.departmentId),
      employee: names.employee(call.claimedBy),
      ringing: offers[index]!.map(({ employeeId }) => names.employee(employeeId)?.name ?? ''),
      state: liveStateOf(call.phase, kept),
      stateSince: call.stateSince ?? call.arrivedAt,
      arrivedAt: call.arrivedAt,
      answeredAt: call.answeredAt,
      step,
      supervision: kept.supervision ? describeSupervision(kept.supervision, names) : null,
      help: kept.help ?? null,
      isQuarantined: call.quarantinedAt !== null,
      maySupervise:
        isOther &&
        isSupervisable &&
        !kept.supervision &&
        call.quarantinedAt === null &&
        maySupervise(person, call.departmentId),
    };
  });
}

/** Where the conversation stands, and the card it is about as far as it is known. */
async function standingOf(
  db: Db,
  call: CallRow,
): Promise<{ step: LiveCall['step']; chosenId: string | null }> {
  const run = await getCallScriptRun(db, call.id);
  if (run?.status !== 'active') return { step: null, chosenId: call.counterpartyId };
  const restored = restore({ id: run.scriptId, version: run.machineVersion }, run.snapshot);
  const chosen = restored.ok ? restored.conversation.draft.chosenCounterparty?.id : null;
  return { step: { scriptId: run.scriptId, name: run.step }, chosenId: chosen ?? call.counterpartyId };
}
