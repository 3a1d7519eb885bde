/** Deals with a long list some items at a time, so that a large file does not keep everybody waiting for the processor. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  most: number,
  deal: (some: Item[]) => Result[] | Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += most) {
    results.push(...(await deal(items.slice(at, at + most))));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
