// The settings every command runs with: the environment, then .env, then what the demo makes up for itself.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDataDir, refuseDataDir } from './data-dir.mjs';
import { isPort, urlOf } from './ports.mjs';
import { Refusal } from './say.mjs';

const OURS = [
  'PORT',
  'LINE_PORT',
  'LINE_NUMBERS',
  'LINE_API_BASE_URL',
  'HOST',
  'DATA_DIR',
  'BACKUP_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'AUTH_SECRET',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_API_KEY_SID',
  'TWILIO_API_KEY_SECRET',
  'TWILIO_TWIML_APP_SID',
  'TWILIO_API_BASE_URL',
  'OFFICE_TIME_ZONE',
  'DEMO_DATA',
  'DEMO_SIGN_IN',
  'TRUSTED_PROXY',
  'WEBHOOKS_TO_THIS_MACHINE',
  'SMTP_URL',
  'MAIL_FROM',
];

/**
 * Without any TWILIO_… value and without a public address the console is a demo: its secrets are made once and kept in the data folder.
 * ENV_FILE names another file than .env.
 * @param {string} folder the checkout
 * @param {Record<string, string | undefined>} environment
 * @throws Refusal when .env or the data folder of the demo cannot be read or written
 */
export function resolveSettings(folder, environment) {
  const file = path.resolve(folder, environment.ENV_FILE ?? '.env');
  const given = withoutEmpty({ ...readEnvFile(file), ...withoutEmpty(environment) });
  // A malformed port is handed on as it is, to be reported once; the addresses made here do without it.
  const port = portOr(3000, given.PORT);
  const linePort = portOr(port < 65535 ? port + 1 : port - 1, given.LINE_PORT);
  const dataDir = path.resolve(folder, given.DATA_DIR ?? 'data');
  const isDemo =
    !Object.keys(given).some((key) => key.startsWith('TWILIO_')) && !isPublicAddress(given.PUBLIC_URL);
  const host = given.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0');

  // A demo that would listen on every network is refused later, for that alone.
  const ownUrl = urlOf(isPublicAddress(urlOf(host, port)) ? '127.0.0.1' : host, port);
  const publicUrl = given.PUBLIC_URL ?? (isDemo ? ownUrl : undefined);
  const demo = isDemo
    ? {
        ...demoSecrets(dataDir),
        TWILIO_API_BASE_URL: given.LINE_API_BASE_URL ?? `http://127.0.0.1:${linePort}`,
        OFFICE_TIME_ZONE: 'Europe/Moscow',
        DEMO_DATA: '1',
        DEMO_SIGN_IN: '1',
        WEBHOOKS_TO_THIS_MACHINE: '1',
        LINE_KNOWN_CALLERS_FILE: path.join(dataDir, 'known-callers.json'),
        LINE_DESK_PHONES_FILE: path.join(dataDir, 'desk-phones.json'),
      }
    : {};
  const variables = {
    // Next reads .env files by itself for whatever is not set; what is empty counts as set there.
    ...Object.fromEntries(OURS.map((key) => [key, ''])),
    ...demo,
    ...given,
    PORT: given.PORT ?? String(port),
    LINE_PORT: given.LINE_PORT ?? (isDemo ? String(linePort) : ''),
    HOST: host,
    DATA_DIR: dataDir,
    BACKUP_DIR: given.BACKUP_DIR ? path.resolve(folder, given.BACKUP_DIR) : '',
    PUBLIC_URL: publicUrl ?? '',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  // next-auth reads these two from the environment by itself, and answers for port 3000 when the address is not set.
  variables.NEXTAUTH_URL = variables.PUBLIC_URL;
  variables.NEXTAUTH_SECRET = variables.AUTH_SECRET;
  return { isDemo, port, linePort, host, dataDir, publicUrl, variables };
}

/**
 * @returns {Record<string, string>} nothing when there is no such file
 * @throws Refusal when it cannot be read
 */
export function readEnvFile(file) {
  if (!existsSync(file)) return {};
  const entries = [];
  for (const line of readText(file).split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(match[2]);
    entries.push([match[1], quoted ? quoted[2] : match[2].replace(/(^|\s+)#.*$/, '')]);
  }
  return Object.fromEntries(entries);
}

function portOr(fallback, value) {
  return isPort(Number(value)) ? Number(value) : fallback;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`The settings in ${file} cannot be read: ${error.message}`);
  }
}

function demoSecrets(dataDir) {
  const file = path.join(dataDir, 'demo-settings.json');
  makeDataDir(dataDir);
  const made = newDemoSecrets();
  try {
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw refuseDataDir(dataDir, error);
  }
  const kept = parsed(readText(file));
  if (Object.keys(made).every((key) => typeof kept?.[key] === 'string')) return kept;
  throw new Refusal(
    `The secrets of the demo in ${file} are damaged. Remove the file, and the next start makes new ones`,
  );
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function newDemoSecrets() {
  const hex = () => randomBytes(16).toString('hex');
  return {
    AUTH_SECRET: randomBytes(36).toString('base64url'),
    TWILIO_ACCOUNT_SID: `AC${hex()}`,
    TWILIO_AUTH_TOKEN: hex(),
    TWILIO_API_KEY_SID: `SK${hex()}`,
    TWILIO_API_KEY_SECRET: randomBytes(24).toString('base64url'),
    TWILIO_TWIML_APP_SID: `AP${hex()}`,
  };
}

function isPublicAddress(address) {
  return (
    address !== undefined && !/^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?\/?$/i.test(address)
  );
}

/** @returns {Record<string, string | undefined>} */
function withoutEmpty(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
}
