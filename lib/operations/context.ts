import { insertAudits } from '@/db/audit-log';
import { insertFeed } from '@/db/feed';
import { getRequest, insertRequest, type RequestRow, updateRequestResult } from '@/db/requests';
import type { Db, Store } from '@/db/store';
import type { Seen } from '@/lib/domain/access-log/seen';
import type { AuditEntry, AuditVia, RecordedChange } from '@/lib/domain/audit/audit-entry';
import type { Person } from '@/lib/domain/employees/employee';
import type { UsedToken } from '@/lib/domain/employees/token-life';
import { type ErrorCode, type FieldErrors, Refusal, type RefusalDetails } from '@/lib/domain/errors';
import type { WebhookEvent } from '@/lib/domain/webhooks/webhook-event';
import { type AccessLog, spanOf } from '@/lib/operations/access-log/access-log';
import { digestsOf } from '@/lib/operations/audit/digests-of';
import { entriesOfChanges, entryOfRequest } from '@/lib/operations/audit/entries-of-act';
import { keepEvents } from './webhooks/keep-events';

/** What a change tells the listeners: "call 42 changed". Department and employee say who may hear of it; neither: everyone. */
export type News = { noun: string; nounId: string; departmentId?: string | null; employeeId?: string | null };

/**
 * A transaction of an operation: rows, the news that are published when it commits, the events that other programs are told
 * of, and what it adds to the audit log.
 */
export type Tx = Db & {
  news: News[];
  events: WebhookEvent[];
  changed: RecordedChange[];
  audits: AuditEntry[];
};

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
  /** The API token the request came with; null for a session, the phone provider and our own clock. */
  token: UsedToken | null;
  /** The television that asks, by its own token; it is nobody, and only the wallboard is shown to it. */
  screenId: string | null;
  /** A command of the server's shell, whose person nobody knows. */
  isShell: boolean;
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
  /** Puts into the audit log that the request was refused to this person; it does not wait for the entry to be written. */
  wasRefused(code: ErrorCode): void;
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
  token?: UsedToken | null;
  screenId?: string | null;
  isShell?: boolean;
  now: () => number;
  newId: () => string;
  secrets: Secrets;
  /** A change with its idempotency key; operation and input are told by the door, for the audit log. */
  request?: { key: string; bodyHash: string; operation?: string; input?: unknown };
  /** Where what people see goes on record; left out by commands, which act for nobody. */
  accessLog?: AccessLog;
};

/** What an operation is given: whose request it is, the clock, reading, and transactions that tell and announce as they commit. */
export function createContext({
  store,
  person,
  sessionId,
  token,
  screenId,
  isShell = false,
  now,
  newId,
  secrets,
  request,
  accessLog,
}: ContextParts): Context {
  const employeeId = person?.id ?? '';
  const via = viaOf({ person, sessionId: sessionId ?? null, isShell });
  const audited = () => ({ at: now(), employeeId: person?.id ?? null, via });
  const taken = (earlier: RequestRow): Error => {
    if (earlier.bodyHash === request?.bodyHash) return repetitionOf(earlier.result);
    return new Refusal('idempotencyKeyReused', 'this key was used for another request');
  };
  const act = async <T>(
    write: (tx: Tx) => Promise<T>,
    entriesOf = (tx: Tx, _outcome: T): AuditEntry[] => entriesOfChanges(audited(), tx.changed),
  ): Promise<T> => {
    let hasNews = false;
    const result = await store.tx(async (db) => {
      const tx: Tx = {
        ...{ ...db, news: [], events: [], changed: [], audits: [] },
        ...(token && { apiTokenId: token.id }),
      };
      const outcome = await write(tx);
      await keepEvents(db, tx.events, { now: now(), newId });
      await insertFeed(db, now(), eachOnce(tx.news));
      await insertAudits(db, [...entriesOf(tx, outcome), ...tx.audits]);
      hasNews = tx.news.length > 0;
      return outcome;
    });
    if (hasNews) await store.wake();
    return result;
  };
  const once = <T>(
    { key, bodyHash, operation = '', input }: NonNullable<typeof request>,
    write: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const digests = digestsOf(store.read, input);
    return act(
      async (tx) => {
        const insert = await insertRequest(tx, { employeeId, key, bodyHash, createdAt: now() });
        if (!insert.isNew) throw taken(insert.earlier);
        const outcome = await write(tx);
        await updateRequestResult(tx, employeeId, key, storedForm(outcome));
        return outcome;
      },
      ({ news: told, changed }, answer) => {
        const refusedWith = answer instanceof KeptRefusal ? answer.refusal.code : null;
        return [
          entryOfRequest(
            { ...audited(), digests },
            { operation, input, answer, refusedWith },
            { told, changed },
          ),
        ];
      },
    );
  };
  return {
    person,
    sessionId: sessionId ?? null,
    token: token ?? null,
    screenId: screenId ?? null,
    isShell,
    now,
    newId,
    secrets,
    read: store.read,
    tx: async (write) => {
      const result = request ? await once(request, write) : await act(write);
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
    wasRefused: (code) => {
      if (!person || !accessLog) return;
      const { operation = '', input } = request ?? {};
      accessLog.noteRefusal(
        entryOfRequest(
          { ...audited(), digests: {} },
          { operation, input, answer: null, refusedWith: code },
          { told: [], changed: [] },
        ),
      );
    },
    idOf: (name) => {
      if (!request) return newId();
      const { key, bodyHash } = request;
      return secrets.hashSecret(JSON.stringify([employeeId, key, bodyHash, name])).slice(0, 32);
    },
  };
}

/** What one transaction says several times is told once. */
function eachOnce(news: readonly News[]) {
  const rows = news.map(({ noun, nounId, departmentId = null, employeeId = null }) => {
    return { noun, nounId, departmentId, employeeId };
  });
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** By what somebody acts: the machine is the phone provider and our own clock. */
export function viaOf({
  person,
  sessionId,
  isShell,
}: Pick<Context, 'person' | 'sessionId' | 'isShell'>): AuditVia {
  if (person) return sessionId ? 'session' : 'token';
  return isShell ? 'shell' : 'machine';
}

/** What a row of the log takes of an address: a text that the database refuses would keep all others from being written. */
const idOnly = (text: string | null | undefined) => (text ?? '').replace(/[^\w-]/g, '').slice(0, 40);

type StoredRefusal = {
  keptRefusal: { code: ErrorCode; message: string; fields: FieldErrors; details: RefusalDetails };
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
