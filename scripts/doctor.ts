// npm run doctor [-- --fix [--yes]] [--language en]: the connection test of the settings and how it stands with the backups, in the shell. Exit code 1: something is wrong.
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { keepBackups } from '@/lib/backups/keep-backups';
import { isWrong } from '@/lib/domain/backups/state';
import {
  type ConnectionCheck,
  connectionChecks,
  type Finding,
  isSound,
} from '@/lib/domain/connection/finding';
import { type Repair, repairsOf } from '@/lib/domain/connection/repair';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { getTranslator } from '@/lib/i18n/translator';
import { checkMailServer } from '@/lib/mail/check-mail-server';
import { judgeBackups } from '@/lib/operations/backups/judge-backups';
import { carryOutRepairs } from '@/lib/operations/connection/carry-out-repairs';
import { examineConnection } from '@/lib/operations/connection/examine-connection';
import type { Context } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { runBackupProgram } from '@/lib/programs/run-backup-program';
import { createPhoneAccount } from '@/lib/twilio/phone-account';
import { settingsOrStop } from './settings-or-stop';
import { inShell } from './shell-context';

const { values: options } = parseArgs({
  options: { fix: { type: 'boolean' }, yes: { type: 'boolean' }, language: { type: 'string' } },
});
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = options.language ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '';
const locale = language.startsWith('ru') ? 'ru' : 'en';
const t = getTranslator(locale);

type PhoneWords = (e164: string) => string;

const settings = settingsOrStop();
const account = createPhoneAccount(settings);

await inShell(async (context) => {
  if (!(await examineBackups(context))) process.exitCode = 1;
  const codeLengthOf = await readCodeLengths(context.read);
  const phone: PhoneWords = (e164) => formatPhone({ e164 }, { locale, codeLengthOf });
  let findings = await examineAll(context, phone);
  const repairs = repairsOf(findings);
  if (options.fix && repairs.length > 0 && (await isAgreed(repairs, phone))) {
    const { done, failed } = await carryOutRepairs(context, { repairs, account });
    console.log(t('connection.repair.done', { count: done.length }));
    for (const { repair, detail } of failed)
      console.log(t('connection.repair.failed', { what: nameOf(repair, phone), detail }));
    findings = await examineAll(context, phone);
  }
  if (!isSound(findings)) process.exitCode = 1;
});
if (settings.mail && !(await examineMailServer(settings.mail.smtpUrl))) process.exitCode = 1;

async function examineBackups(context: Context): Promise<boolean> {
  const keeper = keepBackups(settings.backupDir, runBackupProgram);
  const office = { timeZone: settings.officeTimeZone, startedAt: Date.now(), isDemo: settings.demoData };
  const state = await judgeBackups(context, { keeper, office });
  const isRight = !isWrong(state);
  const severity = isRight ? 'note' : 'error';
  const said =
    state === 'kept'
      ? t('connection.right')
      : `${t(`connection.severity.${severity}`)}. ${t(`backups.states.${state}`)}`;
  console.log(`${t('backups.doctor')}: ${said}`);
  return isRight;
}

async function examineMailServer(smtpUrl: string): Promise<boolean> {
  const problem = await checkMailServer(smtpUrl);
  const said =
    problem === null
      ? t('connection.right')
      : `${t('connection.severity.error')}. ${t('connection.mail.refused', { problem })}`;
  console.log(`${t('connection.mail.check')}: ${said}`);
  return problem === null;
}

/** A line for each check that is right and for each thing that is not. */
async function examineAll(context: Context, phone: PhoneWords): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const check of connectionChecks) {
    const findings = await examineConnection(context.read, account, check);
    if (findings.length === 0) console.log(`${t(`connection.checks.${check}`)}: ${t('connection.right')}`);
    for (const finding of findings) console.log(lineOf(check, finding, phone));
    all.push(...findings);
  }
  return all;
}

function lineOf(check: ConnectionCheck, { code, severity, values }: Finding, phone: PhoneWords): string {
  const { number } = values;
  const shown = number ? { ...values, number: phone(number) } : values;
  const what = t(`connection.findings.${code}.what`, shown);
  const todo = t(`connection.findings.${code}.todo`, shown);
  return `${t(`connection.checks.${check}`)}: ${t(`connection.severity.${severity}`)}. ${what} ${todo}`;
}

/** Tells what would be written before anything is. */
async function isAgreed(repairs: Repair[], phone: PhoneWords): Promise<boolean> {
  console.log(`\n${t('connection.repair.title')} ${t('connection.repair.text')}`);
  for (const repair of repairs) {
    const now = t('connection.repair.now', { address: repair.from || t('connection.repair.nothing') });
    console.log(
      `  ${nameOf(repair, phone)}. ${now}. ${t('connection.repair.then', { address: `POST ${repair.to}` })}`,
    );
  }
  if (options.yes) return true;
  if (!process.stdin.isTTY) {
    console.log('Nothing was written: npm run doctor -- --fix --yes');
    return false;
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('yes / no (да / нет): ');
  prompt.close();
  return /^(y|yes|д|да)$/i.test(answer.trim());
}

function nameOf({ target, name, field }: Repair, phone: PhoneWords): string {
  const of = target === 'app' ? t('connection.repair.app') : phone(name);
  return `${of}: ${t(`connection.repair.fields.${field}`)}`;
}
