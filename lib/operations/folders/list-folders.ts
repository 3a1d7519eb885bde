import { listFolders as listRows } from '@/db/folders';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { mayWorkOnFolders, seesEveryFolder } from '@/lib/domain/folders/folder-rights';
import type { FolderState } from '@/lib/domain/folders/folder-state';
import type { FolderRowView } from '@/lib/domain/folders/folder-views';
import { afterIdOf, cursorOf, type Page, readCursor, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeFolders } from './describe-folders';
import { readFolders } from './read-folders';
import { todayInClientDepartment } from './today-in-client-department';

type Input = { state: FolderState | 'open' | 'all'; scope: 'mine' | 'all'; after?: string; limit: number };

/**
 * «Входящие клиенты»: folders, the latest first. Everybody's for those who see every folder; else, and when asked so, those
 * that oneself, or somebody one stands in for, sold, handed over or took over (CS-9).
 */
export async function listFolders(context: Context, input: Input): Promise<Page<FolderRowView>> {
  const person = signedIn(context);
  const { read: db } = context;
  const isOwn = input.scope === 'mine' || !seesEveryFolder(person);
  const own = {
    employeeIds: [person.id, ...person.substitutesFor],
    withTaken: mayWorkOnFolders(person) && seesEveryFolder(person),
  };
  const cursor = readCursor(input.after, timeCursor);
  const rows = await listRows(db, {
    state: input.state,
    of: isOwn ? own : undefined,
    after: cursor ? { handedOverAt: cursor[0], id: cursor[1] } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.handedOverAt, last.id));
  context.saw({
    kind: 'folders',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ state: input.state, scope: isOwn ? 'mine' : 'all' }),
    afterId: afterIdOf(input.after),
  });
  const folders = await readFolders(db, page.rows);
  const today = await todayInClientDepartment(db, context.now());
  return { rows: await describeFolders(db, folders, today), next: page.next };
}
