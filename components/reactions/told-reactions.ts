'use client';

import type { AlertMemory } from './reaction-alerts';

const mostKept = 500;
const storageKeyOf = (personId: string) => `toldReactions:${personId}`;

type Kept = { told: string[]; pressed: string[] };

function readKept(personId: string): Kept {
  try {
    const { told, pressed } = JSON.parse(
      localStorage.getItem(storageKeyOf(personId)) ?? '{}',
    ) as Partial<Kept>;
    return { told: told ?? [], pressed: pressed ?? [] };
  } catch {
    return { told: [], pressed: [] };
  }
}

/** What this browser told the person of their next reactions, in whatever tab. */
export function readTold(personId: string): AlertMemory {
  const { told, pressed } = readKept(personId);
  return { told: new Set(told), pressed: new Set(pressed) };
}

export function keepTold(personId: string, what: keyof Kept, keys: readonly string[]): void {
  const kept = readKept(personId);
  const all = [...new Set([...kept[what], ...keys])].slice(-mostKept);
  localStorage.setItem(storageKeyOf(personId), JSON.stringify({ ...kept, [what]: all }));
}
