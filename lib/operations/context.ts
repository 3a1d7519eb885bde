import { insertFeed } from '@/db/feed';
import { getRequest, insertRequest, type RequestRow, updateRequestResult } from '@/db/requests';
import type { Db, Store } from '@/db/store';
import type { Seen } from '@/lib/domain/access-log/seen';
import type { Person } from '@/lib/domain/employees/employee';
import { type ErrorCode, type FieldErrors, Refusal } from '@/lib/domain/errors';
import { type AccessLog, spanOf } from '@/lib/operations/access-log/access-log';

/** What a change tells the listeners: "call 42 changed". Department and employee say who may hear of it; neither: everyone. */
export type News = { noun: string; nounId: string; departmentId?: string | null; employeeId?: string | null };

/** A transaction of an operation: rows plus the news that are published when it commits. */
export type Tx = Db & { news: News[] };

/** Random secrets and passwords; slow ones never inside a transaction. */
export interface Secrets {
  /** 256 random bits as text. */
  newSecret(): string;
  /** The same behind the prefix of the API's tokens. */
  newApiToken(): string;
  /** What is kept of a random secret. */
  hashSecret(secret: string): string;
  hashPassword(password: string): Promise<string>;
  isPasswordRight(password: string, passwordHash: string | null): Promise<boolean>;
}

/** Who is asking, when, and of which database. Built per request by the composition root; tests build their own. */
export type Context = {
  /** Null for the phone provider and for our own clock. */
  person: Person | null;
  /** The session the request came with; null for a token, the phone provider and our own clock. */
  sessionId: string | null;
  /** The television that asks, by its own token; it is nobody, and only the wallboard is shown to it. */
  screenId: string | null;
  now(): number;
  newId(): string;
  secrets: Secrets;
  read: Db;
  /** One act, all or nothing, and once per idempotency key. @throws RepeatedRequest when the key was used before. */
  tx<T>(act: (tx: Tx) => Promise<T | KeptRefusal>): Promise<T>;
  /**
   * One of the acts of an operation that is too large for one, before the `tx` that ends it and takes the key. A request
   * that was cut off and is sent again finds what its earlier parts wrote. @throws RepeatedRequest when it was not cut off.
   */
  part<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * CS-10: puts on record what the person is shown. Said by the operation when it answers; it does not wait for the row to
   * be written, and the phone provider and our own clock see nothing.
   */
  saw(...seen: Seen[]): void;
  /** An id that stays the same when the request is sent again; outside a request a new one. */
  idOf(name: string): string;
};

/**
 * Returned from a transaction that refuses the request and yet keeps what it wrote: a refused answer is a fact too. The
 * context throws its `refusal` after the commit, and again when the request is repeated.
 */
export class KeptRefusal {
  constructor(readonly refusal: Refusal) {}
}

/** The request was already carried out; `result` is what it returned then. */
export class RepeatedRequest extends Error {
  constructor(readonly result: unknown) {
    super('this request was already carried out');
  }
}

export type ContextParts = {
  store: Store;
  person: Person | null;
  sessionId?: string | null;
  screenId?: string | null;
  now: () => number;
  newId: () => string;
  secrets: Secrets;
  request?: { key: string; bodyHash: string };
  /** Where what people see goes on record; left out by commands, which act for nobody. */
  accessLog?: AccessLog;
};

export function createContext({
  store,
  person,
  sessionId,
  screenId,
  now,
  newId,
  secrets,
  request,
  accessLog,
}: ContextParts): Context {
  const employeeId = person?.id ?? '';
  const taken = (earlier: RequestRow): Error => {
    if (earlier.bodyHash === request?.bodyHash) return repetitionOf(earlier.result);
    return new Refusal('idempotencyKeyReused', 'this key was used for another request');
  };
  const act = async <T>(write: (tx: Tx) => Promise<T>): Promise<T> => {
    let hasNews = false;
    const result = await store.tx(async (db) => {
      const tx: Tx = { ...db, news: [] };
      const outcome = await write(tx);
      await insertFeed(
        db,
        now(),
        tx.news.map(({ noun, nounId, departmentId = null, employeeId = null }) => ({
          noun,
          nounId,
          departmentId,
          employeeId,
        })),
      );
      hasNews = tx.news.length > 0;
      return outcome;
    });
    if (hasNews) await store.wake();
    return result;
  };
  return {
    person,
    sessionId: sessionId ?? null,
    screenId: screenId ?? null,
    now,
    newId,
    secrets,
    read: store.read,
    tx: async (write) => {
      const result = await act(async (tx) => {
        if (!request) return write(tx);
        const insert = await insertRequest(tx, { employeeId, ...request, createdAt: now() });
        if (!insert.isNew) throw taken(insert.earlier);
        const outcome = await write(tx);
        await updateRequestResult(tx, employeeId, request.key, storedForm(outcome));
        return outcome;
      });
      if (result instanceof KeptRefusal) throw result.refusal;
      return result;
    },
    part: (write) =>
      act(async (tx) => {
        const earlier = request && (await getRequest(tx, employeeId, request.key));
        if (earlier) throw taken(earlier);
        return write(tx);
      }),
    saw: (...seen) => {
      if (!person || !accessLog) return;
      const at = now();
      for (const one of seen) {
        accessLog.note({
          id: newId(),
          at,
          employeeId: person.id,
          via: sessionId ? 'session' : 'token',
          kind: one.kind,
          subjectId: idOnly(one.subjectId),
          counterpartyId: idOnly(one.counterpartyId) || null,
          rowCount: one.rowCount ?? null,
          filters: (one.filters ?? []).join(','),
          afterId: idOnly(one.takingId ?? one.afterId),
          span: spanOf(at),
        });
      }
    },
    idOf: (name) => {
      if (!request) return newId();
      const { key, bodyHash } = request;
      return secrets.hashSecret(JSON.stringify([employeeId, key, bodyHash, name])).slice(0, 32);
    },
  };
}

/** What a row of the log takes of an address: a text that the database refuses would keep all others from being written. */
const idOnly = (text: string | null | undefined) => (text ?? '').replace(/[^\w-]/g, '').slice(0, 40);

type StoredRefusal = {
  keptRefusal: { code: ErrorCode; message: string; fields: FieldErrors; details: Record<string, unknown> };
};

function storedForm(outcome: unknown): unknown {
  if (!(outcome instanceof KeptRefusal)) return outcome;
  const { code, message, fields, details } = outcome.refusal;
  return { keptRefusal: { code, message, fields, details } } satisfies StoredRefusal;
}

function repetitionOf(stored: unknown): RepeatedRequest | Refusal {
  const kept = (stored as StoredRefusal | null)?.keptRefusal;
  return kept ? new Refusal(kept.code, kept.message, kept.fields, kept.details) : new RepeatedRequest(stored);
}

/** Tells listeners of a change, once the transaction commits. */
export function tell(tx: Tx, ...news: News[]): void {
  tx.news.push(...news);
}

/** @throws Refusal `unauthorized` when nobody is signed in. */
export function signedIn(context: Context): Person {
  if (!context.person) throw new Refusal('unauthorized', 'sign in first');
  return context.person;
}
