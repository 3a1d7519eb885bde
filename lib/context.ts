import { createHmac } from 'node:crypto';
import { openAuditAnchors } from '@/db/audit-anchors';
import { getFeedCursor } from '@/db/feed';
import type { Store } from '@/db/store';
import { openStore } from '@/db/store';
import { type Identity, identifyRequest } from '@/lib/auth/identify-request';
import { screenOfToken } from '@/lib/auth/screen-of-token';
import { secrets } from '@/lib/auth/secrets';
import { howSessionEnded } from '@/lib/auth/session';
import { listBackupNames } from '@/lib/backups/backup-folder';
import { keepBackups } from '@/lib/backups/keep-backups';
import type { BackupKeeper, BackupOffice } from '@/lib/domain/backups/backup';
import type { PhoneAccount } from '@/lib/domain/connection/phone-account';
import { isNight } from '@/lib/domain/deadlines/is-night';
import type { Person } from '@/lib/domain/employees/employee';
import type { Post } from '@/lib/domain/letters/post';
import { withoutValues } from '@/lib/domain/without-values';
import { env } from '@/lib/env';
import { createFeed, type Feed } from '@/lib/live/feed';
import { type AccessLog, createAccessLog } from '@/lib/operations/access-log/access-log';
import { type Context, createContext } from '@/lib/operations/context';
import { runBackupProgram } from '@/lib/programs/run-backup-program';
import { searchDataDir } from '@/lib/programs/search-data-dir';
import { keepFiles } from '@/lib/recordings/keep-files';
import { newId } from './new-id';

type Services = { store: Store; feed: Feed; accessLog: AccessLog };

// Instrumentation, routes and pages each hold their own copy of this module: what must be one hangs on globalThis.
const shared = globalThis as typeof globalThis & { callboard?: Promise<Services> };

/** The process's one database and one feed, opened on first use. */
export function services(): Promise<Services> {
  shared.callboard ??= openServices().catch((error: unknown) => {
    shared.callboard = undefined;
    throw error;
  });
  return shared.callboard;
}

async function openServices(): Promise<Services> {
  const { databaseUrl, dataDir } = env();
  const store = await openStore({ databaseUrl, dataDir });
  return { store, feed: createFeed(store), accessLog: createAccessLog(store) };
}

/** What tells of changes as they are committed. */
export const liveFeed = async () => (await services()).feed;

/** The newest row of the feed: a page read now goes on listening after it. */
export const liveCursor = async () => getFeedCursor((await services()).store.read);

/** The origin our own pages come from. */
export const publicOrigin = () => env().publicUrl;

/** A fingerprint of a text that may hold a password: nobody can guess the text from it without the secret of this installation. */
export const fingerprint = (text: string) =>
  createHmac('sha256', env().authSecret).update(text).digest('hex');

/** Who sends this request: by session cookie or by bearer token; null for nobody. */
export async function identify(request: { headers: Headers }): Promise<Identity | null> {
  return identifyRequest((await services()).store, request.headers, env(), Date.now());
}

/** Why the session of this browser is over; null when nobody but the person ended it, or there was none. */
export async function endOfSession(request: { headers: Headers }): Promise<'disabled' | 'over' | null> {
  return howSessionEnded((await services()).store, request.headers, env(), Date.now());
}

/** The television that sends this request by its own token; null for anybody else. */
export async function identifyScreen(request: { headers: Headers }): Promise<string | null> {
  return screenOfToken((await services()).store, request.headers, Date.now());
}

/** What the wallboard needs, for a television. */
export async function contextForScreen(screenId: string): Promise<Context> {
  const { store } = await services();
  return createContext({ store, person: null, screenId, now: Date.now, newId, secrets });
}

/** What an operation needs, for this person and this request. */
export async function contextFor(
  person: Person | null,
  request?: { key: string; bodyHash: string; operation?: string; input?: unknown },
  { sessionId = null, token = null }: Partial<Pick<Context, 'sessionId' | 'token'>> = {},
): Promise<Context> {
  const { store, accessLog } = await services();
  return createContext({
    ...{ store, person, sessionId, token, now: Date.now, newId, secrets, request, accessLog },
  });
}

/** Where the sound of recordings is kept. */
export const recordingKeeper = () => keepFiles(env().dataDir);

/** Where the files of cards are kept. */
export const attachmentKeeper = () => keepFiles(env().dataDir, 'attachments');

/** Where the anchors of the audit log are kept. */
export const auditAnchors = () => openAuditAnchors(env().dataDir);
const sharedBackups = globalThis as typeof globalThis & { callboardBackups?: BackupKeeper };

/** The backups of this installation. */
export function backupKeeper(): BackupKeeper {
  sharedBackups.callboardBackups ??= keepBackups(env().backupDir, runBackupProgram);
  return sharedBackups.callboardBackups;
}

/** What the making of backups must know of this process; `startedAt` is epoch ms. */
export const backupOffice = (): BackupOffice => ({
  timeZone: env().officeTimeZone,
  startedAt: Math.round(performance.timeOrigin),
  isDemo: env().demoData,
});

/** For the phone provider's callbacks and our own clock. */
export const systemContext = () => contextFor(null);

/** What signs the phone provider's requests and where it reaches us. */
export const twilioSettings = () => env();

/** The account at the phone provider, for the connection test. */
export async function phoneAccount(): Promise<PhoneAccount> {
  const { createPhoneAccount } = await import('@/lib/twilio/phone-account');
  return createPhoneAccount(env());
}

/** Whether letters can be sent: by a mail server, or in the demo into the console's own mailbox. */
export const hasPost = () => env().mail !== undefined || env().demoData;

/** Whether letters stay in the console's own mailbox. */
export const isMailboxOnly = () => env().mail === undefined && env().demoData;

async function createPost(): Promise<Post | null> {
  const { mail } = env();
  if (mail) return (await import('@/lib/mail/post-by-smtp')).postBySmtp({ ...mail });
  return isMailboxOnly() ? (await import('@/lib/mail/post-to-mailbox')).postToMailbox() : null;
}

/** To which addresses webhooks may be sent. */
export const webhookRules = () => ({ takesThisMachine: env().webhooksToThisMachine });

/** A failure nobody waits for the answer of: the log is where it is seen. */
export function report(what: string, error: unknown): void {
  console.error(`${what} failed`, withoutValues(error));
}

const running = globalThis as typeof globalThis & { callboardLine?: Promise<{ stop(): Promise<void> }> };

/** Starts what runs beside the requests, once per process, until the process is asked to end. */
export function startBackground(): Promise<unknown> {
  running.callboardLine ??= startLine();
  return running.callboardLine;
}

async function startLine() {
  const [
    { store, feed, accessLog },
    { runLineWorker },
    { createTelephony },
    { createRecordingSource },
    { postWebhooks },
  ] = await Promise.all([
    services(),
    import('@/lib/operations/line-worker/run-line-worker'),
    import('@/lib/twilio/telephony'),
    import('@/lib/twilio/recording-source'),
    import('@/lib/webhooks/post-webhook'),
  ]);
  const worker = runLineWorker({
    newContext: () => createContext({ store, person: null, now: Date.now, newId, secrets }),
    telephony: createTelephony(env()),
    recordings: { source: createRecordingSource(env()), keeper: recordingKeeper() },
    post: await createPost(),
    webhooks: postWebhooks(webhookRules()),
    attachments: attachmentKeeper(),
    auditAnchors: auditAnchors(),
    backups: { keeper: backupKeeper(), office: backupOffice() },
    erasing: {
      space: store.space,
      searchFiles: (texts) => searchDataDir(env().dataDir, texts),
      eraseFromCopies: async (_subject, { id }) => {
        const { backupDir } = env();
        if ((await listBackupNames({ backupDir })).length === 0) return 0;
        const { code, said } = await runBackupProgram(['--erase-for', id]);
        if (code !== 0) throw new Error(`not erased from the backups: ${said}`);
        return Number(said);
      },
      isQuiet: () => isNight(Date.now(), env().officeTimeZone),
    },
    onWake: store.onWake,
    isAlone: store.dialect === 'sqlite',
    report,
  });
  // It goes on until the process is gone: requests under way are still answered after the signal.
  const writeAccesses = () => accessLog.flush().catch((error: unknown) => report('access log', error));
  setInterval(writeAccesses, 1000).unref();
  process.once('SIGTERM', () => {
    feed.closeAll();
    void writeAccesses();
    void worker.stop();
  });
  return worker;
}
