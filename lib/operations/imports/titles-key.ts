import type { Context } from '@/lib/operations/context';

/** A fingerprint of the headings of a file, whatever their case and the spaces around them. */
export function titlesKey({ secrets }: Context, titles: readonly string[]): string {
  const said = titles.map((title) => title.trim().toLocaleLowerCase('ru'));
  return secrets.hashSecret(JSON.stringify(said)).slice(0, 32);
}
