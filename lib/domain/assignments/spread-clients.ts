/**
 * Gives each client to whoever has the fewest: the rule by which clients are assigned when nobody is named.
 * @param loads how many clients each manager has already
 * @returns the manager of each client; empty when there is no manager
 */
export function spreadClients(
  clientIds: readonly string[],
  loads: ReadonlyMap<string, number>,
): Map<string, string> {
  const counts = new Map(loads);
  const given = new Map<string, string>();
  for (const clientId of clientIds) {
    let least: string | null = null;
    for (const [id, count] of counts) if (least === null || count < counts.get(least)!) least = id;
    if (least === null) return given;
    given.set(clientId, least);
    counts.set(least, counts.get(least)! + 1);
  }
  return given;
}
