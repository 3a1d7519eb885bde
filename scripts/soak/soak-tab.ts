export async function soakTab(_: { minutes: number; isFrozen: boolean }): Promise<boolean> {
  return true;
}
