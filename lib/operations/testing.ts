import type { Store } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { createAccessLog } from './access-log/access-log';
import { type Context, type ContextParts, createContext, type Secrets } from './context';

/** Sunday 1 November 2026, 09:00 in Moscow. */
export const testStart = Date.UTC(2026, 10, 1, 6, 0, 0);

/** A clock that moves only when told, and ids that come in order. */
export function createTestWorld(store: Store, { tickMs = 0 } = {}) {
  let now = testStart;
  const look = () => {
    now += tickMs;
    return now;
  };
  let lastId = 0;
  let lastSecret = 0;
  const hashes = new Map<string, string>();
  const secrets: Secrets = {
    newSecret: () => `secret-${++lastSecret}`,
    newApiToken: () => `cb_secret-${++lastSecret}`,
    hashSecret: (secret) => {
      const known = hashes.get(secret) ?? `H${String(hashes.size).padStart(31, '0')}`;
      hashes.set(secret, known);
      return known;
    },
    hashPassword: async (password) => `hash of ${password}`,
    isPasswordRight: async (password, passwordHash) => passwordHash === `hash of ${password}`,
  };
  const accessLog = createAccessLog(store);
  const newId = () => `T${String(++lastId).padStart(25, '0')}`;
  return {
    store,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    newId,
    secrets,
    accessLog,
    as: (person: Person | null, request?: ContextParts['request'], sessionId?: string | null): Context =>
      createContext({ store, person, sessionId, now: look, newId, secrets, request, accessLog }),
  };
}

export type TestWorld = ReturnType<typeof createTestWorld>;
