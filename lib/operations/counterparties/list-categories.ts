import { listCategories as listRows } from '@/db/counterparties';
import { blank } from '@/lib/domain/personal-data/blank-typed';
import { type Context, signedIn } from '@/lib/operations/context';

const mostCategories = 50;

/** The categories that cards have, in the order of the alphabet, for lists to be narrowed by. */
export async function listCategories(context: Context): Promise<{ categories: string[] }> {
  signedIn(context);
  const categories = await listRows(context.read, mostCategories);
  const { compare } = new Intl.Collator('ru');
  return { categories: categories.filter((category) => category !== blank).sort(compare) };
}
