import { insertWording, listWordings, type WordingRow } from '@/db/call-scripts';
import type { Db } from '@/db/store';
import { callScriptOf, type ScriptRef } from '@/lib/domain/call-scripts/catalog';
import type { Context, Tx } from '@/lib/operations/context';

/** The published words in force (IN-1); the first version is written when nothing was ever published. */
export async function currentWording(tx: Tx, context: Context, script: ScriptRef): Promise<WordingRow> {
  const newest = await readCurrentWording(tx, script);
  if (newest.publishedAt !== null) return { ...newest, publishedAt: newest.publishedAt };
  const first = { ...newest, publishedAt: context.now() };
  await insertWording(tx, first);
  return first;
}

export type WordingInForce = Omit<WordingRow, 'publishedAt'> & { publishedAt: number | null };

/** The words in force; those the script came with, published at no time yet, when nothing was ever published. */
export async function readCurrentWording(db: Db, script: ScriptRef): Promise<WordingInForce> {
  const [newest] = await listWordings(db, script.id, { limit: 1 });
  return newest ?? wordingItCameWith(script);
}

const wordingItCameWith = (script: ScriptRef): WordingInForce => ({
  scriptId: script.id,
  version: 1,
  words: callScriptOf(script)?.wording ?? {},
  note: '',
  publishedBy: null,
  publishedAt: null,
});
