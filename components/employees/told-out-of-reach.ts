'use client';

const mostKept = 100;
const storageKeyOf = (personId: string) => `toldOutOfReach:${personId}`;

/** Of whom this browser told the head, in whatever tab. */
export function readToldOutOfReach(personId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKeyOf(personId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
}

export function keepToldOutOfReach(personId: string, keys: readonly string[]): void {
  const kept = [...new Set([...readToldOutOfReach(personId), ...keys])].slice(-mostKept);
  localStorage.setItem(storageKeyOf(personId), JSON.stringify(kept));
}
