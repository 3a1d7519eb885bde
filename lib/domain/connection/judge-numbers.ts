import { type Finding, type FindingCode, finding } from './finding';
import { silence } from './judge-account';
import type { AccountApp, AccountNumber, Method, ProviderAnswer, WebhookAddresses } from './phone-account';
import type { Repair } from './repair';

/** The numbers of our settings against those of the account, and what the account does when each is called. */
export function judgeNumbers(
  ours: readonly { e164: string; isUsed: boolean }[],
  account: ProviderAnswer<AccountNumber[]>,
  addresses: WebhookAddresses,
): Finding[] {
  if (!account.told) return silence(account);
  const used = ours.filter(({ isUsed }) => isUsed);
  if (account.value.length === 0 && used.length === 0) return [finding('noNumbers')];
  const owned = new Set(account.value.map(({ e164 }) => e164));
  const missing = used.filter(({ e164 }) => !owned.has(e164));
  return [
    ...missing.map(({ e164 }) => finding('numberNotOwned', { number: e164 })),
    ...account.value.flatMap((number) =>
      used.some(({ e164 }) => e164 === number.e164)
        ? judgeNumber(number, addresses)
        : [finding('numberNotEntered', { number: number.e164 })],
    ),
  ];
}

function judgeNumber(number: AccountNumber, addresses: WebhookAddresses): Finding[] {
  const name = number.e164;
  const findings: Finding[] = [];
  const repairOf = (field: Repair['field'], method: Method, from: string, to: string): Repair => ({
    target: 'number',
    sid: number.sid,
    name,
    field,
    from: from && `${method} ${from}`,
    to,
  });
  const add = (code: FindingCode, url: string, repair: Repair | null = null) =>
    findings.push(finding(code, { number: name, url }, repair));

  if (!number.hasVoice) add('numberWithoutVoice', '');
  if (number.takenBy === 'trunk') add('numberTakenByTrunk', '');

  const { voiceUrl, voiceMethod } = number;
  const voice = repairOf('voice', voiceMethod, voiceUrl, addresses.voice);
  if (number.takenBy === 'application') add('numberTakenByApp', '', voice);
  if (!isSameAddress(voiceUrl, addresses.voice)) add('voiceUrlForeign', voiceUrl, voice);
  else if (retriesOf(voiceUrl) === '') add('voiceUrlWithoutRetries', voiceUrl, voice);
  if (voiceUrl !== '' && voiceMethod !== 'POST') add('voiceMethod', voiceUrl, voice);

  const { fallbackUrl, fallbackMethod } = number;
  const fallback = repairOf('fallback', fallbackMethod, fallbackUrl, addresses.fallback);
  const isOwnHost = hostOf(fallbackUrl) === hostOf(addresses.fallback);
  if (fallbackUrl === '') add('fallbackMissing', '', fallback);
  // Words kept elsewhere are better than ours, which fail together with us.
  else if (isOwnHost && !isSameAddress(fallbackUrl, addresses.fallback))
    add('fallbackForeign', fallbackUrl, fallback);
  else if (isOwnHost && fallbackMethod !== 'POST') add('fallbackMethod', fallbackUrl, fallback);

  const { statusCallback, statusCallbackMethod } = number;
  const status = repairOf('statusCallback', statusCallbackMethod, statusCallback, addresses.statusCallback);
  if (!isSameAddress(statusCallback, addresses.statusCallback))
    add('statusCallbackForeign', statusCallback, status);
  else if (statusCallbackMethod !== 'POST') add('statusCallbackMethod', statusCallback, status);
  return findings;
}

/** The TwiML App that browser phones call. */
export function judgeApp(app: ProviderAnswer<AccountApp>, addresses: WebhookAddresses): Finding[] {
  if (!app.told) {
    return app.why === 'missing' ? [finding('appUnknown', { detail: app.detail })] : silence(app);
  }
  const { sid, voiceUrl, voiceMethod } = app.value;
  const repair: Repair = {
    target: 'app',
    sid,
    name: '',
    field: 'voice',
    from: voiceUrl && `${voiceMethod} ${voiceUrl}`,
    to: addresses.appVoice,
  };
  const findings: Finding[] = [];
  if (!isSameAddress(voiceUrl, addresses.appVoice))
    findings.push(finding('appVoiceUrlForeign', { url: voiceUrl }, repair));
  if (voiceUrl !== '' && voiceMethod !== 'POST')
    findings.push(finding('appVoiceMethod', { url: voiceUrl }, repair));
  return findings;
}

/** The REST API answers for one region, and each region keeps calls, settings and auth tokens of its own. */
export function judgeRegions(
  regions: readonly { e164: string; region: ProviderAnswer<string> }[],
  unusedSettings: readonly string[],
): Finding[] {
  const unused = unusedSettings.map((name) => finding('regionSettingUnused', { name }));
  const silent = regions.find(({ region }) => !region.told && region.why !== 'missing')?.region;
  return [
    ...unused,
    ...(silent && !silent.told ? silence(silent) : []),
    ...regions.flatMap(({ e164, region }) =>
      region.told && region.value !== ownRegion
        ? [finding('numberInOtherRegion', { number: e164, region: region.value })]
        : [],
    ),
  ];
}

const ownRegion = 'us1';

/** The same place, whatever its retry settings are. */
function isSameAddress(given: string, wanted: string): boolean {
  return URL.canParse(given) && withoutRetries(given) === withoutRetries(wanted);
}

function withoutRetries(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

const retriesOf = (address: string) => new URL(address).hash;
const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : null);
