import { countOpenFolders, listFolders as listRows } from '@/db/folders';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { absentTakersOf, mayWorkOnFolders, seesEveryFolder } from '@/lib/domain/folders/folder-rights';
import type { AskedWait, FolderState } from '@/lib/domain/folders/folder-state';
import type { FolderRowView } from '@/lib/domain/folders/folder-views';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { matchCards } from '@/lib/operations/counterparties/match-cards';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { describeFolders } from './describe-folders';
import { readFolders } from './read-folders';

/** A text that means more cards than this is no search yet. */
const mostCards = 50;

type Input = {
  state: FolderState | 'open' | 'all';
  scope: 'mine' | 'all';
  waitsFor?: AskedWait;
  /** The planned day of the delivery has passed. */
  late?: boolean;
  employeeId?: string;
  /** A folder's number, or what a card is found by. */
  text?: string;
  after?: string;
  limit: number;
};

/**
 * «Входящие клиенты»: folders, the latest first. Everybody's for those who see every folder; else, and when asked so, those
 * that oneself, or somebody one stands in for, sold, handed over or took over (CS-9). `counts`: of those one may see, how
 * many nobody took yet, and how many wait for their key.
 */
export async function listFolders(
  context: Context,
  input: Input,
): Promise<Page<FolderRowView> & { counts: { incoming: number; key: number } }> {
  const person = signedIn(context);
  const { read: db } = context;
  const isOwn = input.scope === 'mine' || !seesEveryFolder(person);
  const own = {
    employeeIds: [person.id, ...person.substitutesFor],
    takenByIds: takersOf(person),
  };
  const today = await todayInClientDepartment(db, context.now());
  const rows = await listRows(db, {
    state: input.state,
    of: isOwn ? own : undefined,
    employeeId: input.employeeId,
    waitsFor: input.waitsFor,
    plannedBefore: input.late ? today : undefined,
    meant: input.text?.trim() ? await meantBy(db, person, input.text.trim()) : undefined,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.handedOverAt, last.id));
  context.saw({
    kind: 'folders',
    rowCount: page.rows.length,
    filters: seenFiltersOf({
      ...{ state: input.state, scope: isOwn ? 'mine' : 'all', show: input.waitsFor },
      ...{ late: input.late, employeeId: input.employeeId, text: input.text },
    }),
    afterId: afterIdOf(input.after),
  });
  const folders = await readFolders(db, page.rows);
  const whose = seesEveryFolder(person) ? {} : { of: own };
  return {
    rows: await describeFolders(db, folders, today),
    next: page.next,
    counts: {
      incoming: await countOpenFolders(db, { ...whose, waitsFor: 'takeOver' }),
      key: await countOpenFolders(db, { ...whose, waitsFor: 'confirmKey' }),
    },
  };
}

/** CS-9: what somebody took over is theirs as long as they work on folders, and whose who stands in. */
const takersOf = (person: Person) =>
  mayWorkOnFolders(person) && seesEveryFolder(person)
    ? [person.id, ...absentTakersOf(person)]
    : absentTakersOf(person);

/** Whoever sees every folder finds each by its client, also where they may not open the client's card. */
async function meantBy(db: Db, person: Person, text: string) {
  const scope = seesEveryFolder(person) ? 'all' : cardScopeOf(person);
  return {
    number: /^\d{1,9}$/.test(text) ? Number(text) : null,
    counterpartyIds: [...(await matchCards(db, text, scope, mostCards)).keys()].slice(0, mostCards),
  };
}
