/** Whether the server knows this browser's session no more; a server that cannot be reached has not said so. */
export async function isSignedOut(fetchFrom: typeof fetch = fetch): Promise<boolean> {
  try {
    return (await fetchFrom('/api/v1/me', { cache: 'no-store' })).status === 401;
  } catch {
    return false;
  }
}
