import { z } from 'zod';

const text = (pattern: RegExp, expected: string) => z.string().regex(pattern, `must be ${expected}`);
const flag = z
  .enum(['0', '1'], { error: 'must be 1 (on) or 0 (off)' })
  .default('0')
  .transform((value) => value === '1');
const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value > 0 && value < 65536, 'must be a port, 1 to 65535');
const webAddress = (example: string) =>
  z
    .string()
    .refine(isWebAddress, `must be an address such as ${example}, without a path`)
    .transform((value) => new URL(value).origin);

const variables = z.object({
  PORT: port(3000),
  LINE_PORT: port(3001),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  BACKUP_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
      'must be postgres://user:password@host:5432/database',
    )
    .optional(),
  PUBLIC_URL: webAddress('https://calls.example.com'),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters: openssl rand -base64 48'),
  TWILIO_ACCOUNT_SID: text(/^AC[0-9a-f]{32}$/i, 'AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: text(/^[0-9a-z]{32}$/i, '32 letters and digits'),
  TWILIO_API_KEY_SID: text(/^SK[0-9a-f]{32}$/i, 'SK and 32 hexadecimal digits'),
  TWILIO_API_KEY_SECRET: text(/^\S{16,}$/, 'the secret shown once when the API key was made'),
  TWILIO_TWIML_APP_SID: text(/^AP[0-9a-f]{32}$/i, 'AP and 32 hexadecimal digits'),
  TWILIO_API_BASE_URL: webAddress('http://127.0.0.1:3001').optional(),
  OFFICE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be the name of a time zone such as Europe/Moscow')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  DEMO_DATA: flag,
  DEMO_SIGN_IN: flag,
  TRUSTED_PROXY: flag,
  WEBHOOKS_TO_THIS_MACHINE: flag,
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:\/\/[^/]/.test(value) && URL.canParse(value),
      'must be smtp://user:password@host:587 or smtps://user:password@host:465',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an address such as Company <office@example.com>')
    .optional(),
});

export type Settings = {
  port: number;
  /** The address the console listens on. */
  host: string;
  dataDir: string;
  /** Holds a folder for each backup. */
  backupDir: string;
  /** PostgreSQL instead of SQLite in `dataDir`. */
  databaseUrl?: string;
  /** The address at which Twilio and browsers reach the console; no path, no slash at the end. */
  publicUrl: string;
  authSecret: string;
  twilioAccountSid: string;
  twilioAuthToken: string;
  twilioApiKeySid: string;
  twilioApiKeySecret: string;
  twilioTwimlAppSid: string;
  /** A stand-in for api.twilio.com on this machine. */
  twilioApiBaseUrl?: string;
  /** Settings of Twilio's SDK that are given and that we do not go by: all our requests go to its region us1. */
  unusedRegionSettings: string[];
  /** By whose clock the office shows and types times; an IANA name. */
  officeTimeZone: string;
  demoData: boolean;
  demoSignIn: boolean;
  /** The last x-forwarded-for entry was written by a proxy of ours. */
  trustedProxy: boolean;
  /** Webhooks may be sent to this machine, and there without https. */
  webhooksToThisMachine: boolean;
  /** The mail server letters are sent by; without one only the demo's mailbox takes them. */
  mail?: { smtpUrl: string; from: string };
};

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problems: string[] };

/** Reads the settings from environment variables; every missing, malformed or contradictory one is a line of `problems`. */
export function readSettings(source: Record<string, string | undefined>): SettingsResult {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => {
      const key = String(issue.path[0]);
      return key in given ? `${key} ${issue.message}` : `${key} is missing`;
    }),
    ...contradictions(given),
  ];
  if (problems.length > 0 || !parsed.success) return { ok: false, problems };

  const values = parsed.data;
  return {
    ok: true,
    settings: {
      port: values.PORT,
      host: values.HOST,
      dataDir: values.DATA_DIR,
      backupDir: values.BACKUP_DIR ?? `${values.DATA_DIR}/backups`,
      databaseUrl: values.DATABASE_URL,
      publicUrl: values.PUBLIC_URL,
      authSecret: values.AUTH_SECRET,
      twilioAccountSid: values.TWILIO_ACCOUNT_SID,
      twilioAuthToken: values.TWILIO_AUTH_TOKEN,
      twilioApiKeySid: values.TWILIO_API_KEY_SID,
      twilioApiKeySecret: values.TWILIO_API_KEY_SECRET,
      twilioTwimlAppSid: values.TWILIO_TWIML_APP_SID,
      twilioApiBaseUrl: values.TWILIO_API_BASE_URL,
      unusedRegionSettings: ['TWILIO_REGION', 'TWILIO_EDGE'].filter((name) => name in given),
      officeTimeZone: values.OFFICE_TIME_ZONE,
      demoData: values.DEMO_DATA,
      demoSignIn: values.DEMO_SIGN_IN,
      trustedProxy: values.TRUSTED_PROXY,
      webhooksToThisMachine: values.WEBHOOKS_TO_THIS_MACHINE,
      mail:
        values.SMTP_URL && values.MAIL_FROM
          ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM }
          : undefined,
    },
  };
}

function contradictions(given: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  const publicUrl =
    given.PUBLIC_URL && isWebAddress(given.PUBLIC_URL) ? new URL(given.PUBLIC_URL) : undefined;
  const restUrl =
    given.TWILIO_API_BASE_URL && isWebAddress(given.TWILIO_API_BASE_URL)
      ? new URL(given.TWILIO_API_BASE_URL)
      : undefined;
  const isPublic = publicUrl !== undefined && !isLoopback(publicUrl.hostname);

  if (isPublic && publicUrl.protocol !== 'https:') {
    problems.push('PUBLIC_URL must begin with https:// unless it is an address of this machine (127.0.0.1)');
  }
  if (restUrl && !isLoopback(restUrl.hostname)) {
    problems.push(
      'TWILIO_API_BASE_URL may only point to this machine (127.0.0.1); leave it out to use Twilio',
    );
  }
  if (restUrl && isPublic) {
    problems.push(
      'TWILIO_API_BASE_URL is for a simulator on this machine and PUBLIC_URL is a public address: leave one out',
    );
  }
  if (publicUrl && !isPublic && !given.TWILIO_API_BASE_URL) {
    problems.push('PUBLIC_URL is an address of this machine alone, at which Twilio cannot reach the console');
  }
  if (given.DEMO_SIGN_IN === '1' && isPublic) {
    problems.push('DEMO_SIGN_IN lets anybody in, so it needs a PUBLIC_URL of this machine alone (127.0.0.1)');
  }
  if (given.DEMO_SIGN_IN === '1' && !isLoopback(given.HOST ?? '0.0.0.0')) {
    problems.push('DEMO_SIGN_IN lets anybody in, so it needs HOST=127.0.0.1 (the demo turns it on)');
  }
  if (given.WEBHOOKS_TO_THIS_MACHINE === '1' && isPublic) {
    problems.push(
      'WEBHOOKS_TO_THIS_MACHINE opens what listens on this machine alone, so it needs a PUBLIC_URL of this machine alone',
    );
  }
  if (Boolean(given.SMTP_URL) !== Boolean(given.MAIL_FROM)) {
    problems.push('SMTP_URL and MAIL_FROM belong together: set both to send letters, or neither');
  }
  return problems;
}

function isSender(value: string): boolean {
  return /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value.trim());
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username;
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    // The platform takes bare offsets too, which know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

const shared = globalThis as typeof globalThis & { callboardSettings?: Settings };

/** The settings of this process, read on first use. Throws with every problem named. */
export function env(): Settings {
  if (!shared.callboardSettings) {
    const result = readSettings(process.env);
    if (!result.ok) throw new Error(`The settings cannot be used:\n${result.problems.join('\n')}`);
    shared.callboardSettings = result.settings;
  }
  return shared.callboardSettings;
}
