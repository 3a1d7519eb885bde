import { getNextReaction } from '@/db/next-reactions';
import { Refusal } from '@/lib/domain/errors';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { Tx } from '@/lib/operations/context';
import { readDirectory } from './directory';

type Code = ChangedMany['refused'][number]['code'];
type Row = { id: string; version: number };

/**
 * Changes each of many next reactions in one transaction, always in the same order, so that two people never wait for each
 * other. `act` must refuse before it writes anything: what it refuses is told with its reason, and the others are done. A
 * refusal of another kind concerns them all.
 */
export async function judgeEach(
  tx: Tx,
  rows: readonly Row[],
  act: (row: Row) => Promise<{ version: number }>,
): Promise<ChangedMany> {
  const done: ChangedMany['done'] = [];
  const refused: { id: string; code: Code; reason: string | null }[] = [];
  for (const row of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    try {
      done.push({ id: row.id, version: (await act(row)).version });
    } catch (error) {
      const code = error instanceof Refusal ? codeOfOne(error) : null;
      if (!(error instanceof Refusal) || code === null) throw error;
      const { reason } = error.details;
      refused.push({ id: row.id, code, reason: typeof reason === 'string' ? reason : null });
    }
  }
  return { done, refused: await named(tx, refused) };
}

const codesOfOne: readonly Code[] = ['notFound', 'forbidden', 'conflict', 'notPossibleNow'];
const isOfOne = (code: string): code is Code => (codesOfOne as readonly string[]).includes(code);

/** A field that is wrong for one row alone has the reason in the details. */
function codeOfOne({ code, details }: Refusal): Code | null {
  if (isOfOne(code)) return code;
  return code === 'invalid' && details.reason !== undefined ? 'notPossibleNow' : null;
}

/** What the person had before their eyes when they chose it; nothing more of what is not there for them. */
async function named(
  tx: Tx,
  refused: readonly { id: string; code: Code; reason: string | null }[],
): Promise<ChangedMany['refused']> {
  const rows = await Promise.all(
    refused.map(({ id, code }) =>
      code === 'notFound' || code === 'forbidden' ? null : getNextReaction(tx, id),
    ),
  );
  const directory = await readDirectory(tx, { counterparties: rows.map((row) => row?.counterpartyId) });
  return refused.map((one, index) => ({
    ...one,
    topic: rows[index]?.topic ?? '',
    counterparty: directory.counterparty(rows[index]?.counterpartyId ?? null)?.name ?? null,
  }));
}
