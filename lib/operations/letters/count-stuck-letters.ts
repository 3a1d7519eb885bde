import { countStuckLetters as countRows } from '@/db/letters';
import { type Context, signedIn } from '@/lib/operations/context';

const most = 100;

/** How many of the person's letters did not go, or nobody knows whether they did; counted to 100. */
export async function countStuckLetters(context: Context): Promise<{ count: number }> {
  return { count: await countRows(context.read, signedIn(context).id, most) };
}
