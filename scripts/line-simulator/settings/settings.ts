import { readFileSync, statSync } from 'node:fs';

export type Settings = {
  port: number;
  accountSid: string;
  authToken: string;
  apiKeySid: string;
  apiKeySecret: string;
  /** The application a browser's token must name to call; null: any. */
  twimlAppSid: string | null;
  publicUrl: string;
  numbers: string[];
  knownCallersFile: string | null;
  deskPhonesFile: string | null;
};

export type Named = { name: string; number: string };

type Environment = Record<string, string | undefined>;

/** The settings of the process, or one line for each that is missing or malformed. */
export function readSettings(
  environment: Environment,
): { settings: Settings; problems: [] } | { settings: null; problems: string[] } {
  const problems: string[] = [];
  const required = (name: string, shape: RegExp, meaning: string) => {
    const value = environment[name]?.trim() ?? '';
    if (!value) problems.push(`${name} is missing: ${meaning}.`);
    else if (!shape.test(value)) problems.push(`${name} is malformed: ${meaning}.`);
    return value;
  };

  const settings: Settings = {
    port: Number(environment.LINE_PORT || 3001),
    accountSid: required('TWILIO_ACCOUNT_SID', /^AC[0-9a-f]{32}$/i, 'AC and 32 hexadecimal digits'),
    authToken: required('TWILIO_AUTH_TOKEN', /./, 'the secret that signs webhooks'),
    apiKeySid: required('TWILIO_API_KEY_SID', /^SK[0-9a-f]{32}$/i, 'SK and 32 hexadecimal digits'),
    apiKeySecret: required('TWILIO_API_KEY_SECRET', /./, 'the secret of the API key'),
    twimlAppSid: environment.TWILIO_TWIML_APP_SID || null,
    publicUrl: required(
      'PUBLIC_URL',
      /^https?:\/\/[^/?#]+\/?$/,
      "the console's address, without a path",
    ).replace(/\/$/, ''),
    numbers: (environment.LINE_NUMBERS || '+74951234567')
      .split(',')
      .map((number) => number.trim())
      .filter(Boolean),
    knownCallersFile: environment.LINE_KNOWN_CALLERS_FILE || null,
    deskPhonesFile: environment.LINE_DESK_PHONES_FILE || null,
  };

  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65535)
    problems.push('LINE_PORT is malformed: a port from 1 to 65535.');
  if (settings.numbers.length === 0 || settings.numbers.some((number) => !/^\+[1-9]\d{6,14}$/.test(number)))
    problems.push('LINE_NUMBERS is malformed: phone numbers as +74951234567, separated by commas.');

  return problems.length > 0 ? { settings: null, problems } : { settings, problems: [] };
}

const read = new Map<string, { modifiedAt: number; rows: Named[] }>();

/** Names and numbers from an optional file, read anew when it changes; an absent or broken file is an empty list. */
export function readNamedNumbers(file: string | null): Named[] {
  if (!file) return [];
  try {
    const modifiedAt = statSync(file).mtimeMs;
    const known = read.get(file);
    if (known?.modifiedAt === modifiedAt) return known.rows;
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const rows = (Array.isArray(content) ? content : [])
      .filter((row) => typeof row?.number === 'string')
      .map((row) => ({ name: String(row.name ?? ''), number: row.number }));
    read.set(file, { modifiedAt, rows });
    return rows;
  } catch {
    return [];
  }
}
