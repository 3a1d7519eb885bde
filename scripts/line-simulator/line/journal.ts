export type Entry = {
  id: number;
  at: number;
  kind: 'call' | 'heard' | 'phone' | 'webhook' | 'callback' | 'rest' | 'fault' | 'debugger' | 'conference';
  text: string;
  callSid?: string;
  conferenceSid?: string;
  code?: number;
  level?: 'error' | 'warning';
  detail?: Record<string, unknown>;
};

export type Journal = {
  entries: Entry[];
  write(entry: Omit<Entry, 'id' | 'at'>): void;
  subscribe(listener: (entry: Entry) => void): () => void;
};

const KEPT = 3_000;

export function createJournal(now: () => number): Journal {
  const entries: Entry[] = [];
  const listeners = new Set<(entry: Entry) => void>();
  let lastId = 0;
  return {
    entries,
    write(entry) {
      const written = { id: ++lastId, at: now(), ...entry };
      entries.push(written);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
      for (const listener of listeners) listener(written);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
