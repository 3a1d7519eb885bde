import { listLetters as listRows } from '@/db/letters';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { LetterView } from '@/lib/domain/letters/letters.contract';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeLetterStates } from './describe-letters';

/**
 * Letters written here, newest first: the person's own, or everybody's, or one author's of them; of a period (epoch ms), if
 * wanted.
 * @throws Refusal `forbidden` for everybody's without the right to see every card
 */
export async function listLetters(
  context: Context,
  input: {
    scope: 'mine' | 'all';
    employeeId?: string;
    from?: number;
    /** The moment after the last one. */
    until?: number;
    after?: string;
    limit: number;
  },
): Promise<Page<LetterView>> {
  const person = signedIn(context);
  const { read: db } = context;
  if (input.scope === 'all' && !seesEveryCard(person)) throw forbidden();
  const rows = await listRows(db, {
    employeeId: input.scope === 'mine' ? person.id : undefined,
    writtenBy: input.employeeId,
    from: input.from,
    until: input.until,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw({
    kind: 'letters',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const directory = await readDirectory(db, {
    employees: page.rows.map(({ employeeId }) => employeeId),
    appeals: page.rows.map(({ appealId }) => appealId),
  });
  const states = await describeLetterStates(db, person, page.rows);
  return {
    rows: page.rows.map((letter) => ({
      ...states.get(letter.id)!,
      subject: letter.subject,
      text: letter.text,
      author: directory.employee(letter.employeeId) ?? { id: letter.employeeId, name: '' },
      counterparty: directory.counterpartyOfAppeal(letter.appealId)!,
      appeal: directory.appeal(letter.appealId)!,
      createdAt: letter.createdAt,
    })),
    next: page.next,
  };
}
