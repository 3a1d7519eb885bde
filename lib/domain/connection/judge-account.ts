import { type Finding, finding } from './finding';
import type { AccountState, ApprovedProfiles, ProviderAnswer } from './phone-account';

const noticedSkewMs = 30_000;
/** Access tokens and time stamps are refused beyond it. */
const largestSkewMs = 5 * 60_000;

/** For a check that the provider did not answer: other checks say whether the credentials or the account are to blame. */
export function silence(answer: ProviderAnswer<unknown> & { told: false }): Finding[] {
  const { why, detail } = answer;
  if (why === 'refused' || why === 'notActive') return [finding('notChecked', { detail })];
  return [finding(why === 'unreachable' ? 'providerUnreachable' : 'providerFailed', { detail })];
}

/** Whether account SID and auth token belong together. */
export function judgeCredentials(account: ProviderAnswer<AccountState>): Finding[] {
  if (account.told || account.why === 'notActive') return [];
  if (account.why === 'refused' || account.why === 'missing')
    return [finding('tokenRefused', { detail: account.detail })];
  return silence(account);
}

/** A suspended, a closed or a trial account; nothing found is in order. */
export function judgeAccount(account: ProviderAnswer<AccountState>): Finding[] {
  if (!account.told) {
    const { why, detail } = account;
    if (why === 'notActive') return [finding('accountSuspended')];
    return why === 'missing' ? [finding('notChecked', { detail })] : silence(account);
  }
  const { status, isTrial } = account.value;
  if (status === 'suspended') return [finding('accountSuspended')];
  if (status === 'closed') return [finding('accountClosed')];
  return isTrial ? [finding('accountTrial')] : [];
}

/**
 * Whether the API key is the account's and its secret is right. `found` asks with the auth token, `tried` with the key
 * itself: when the token is refused, the key alone still tells.
 */
export function judgeApiKey(found: ProviderAnswer<null>, tried: ProviderAnswer<null>): Finding[] {
  if (tried.told) return [];
  if (tried.why !== 'refused' && tried.why !== 'missing') return silence(tried);
  const { detail } = tried;
  if (found.told) return [finding('keySecretWrong', { detail })];
  return [finding('keyUnknown', { detail })];
}

/** How many calls the account lets through at a time, so far as it can be known (accounts opened since February 2026). */
export function judgeLimits(
  account: ProviderAnswer<AccountState>,
  profiles: ProviderAnswer<ApprovedProfiles>,
): Finding[] {
  if (account.told && account.value.isTrial) return [finding('limitTrial')];
  if (!profiles.told) {
    const isUnknown = account.told && (profiles.why === 'refused' || profiles.why === 'missing');
    return isUnknown ? [finding('limitUnknown')] : silence(profiles);
  }
  if (profiles.value.business) return [];
  return [finding(profiles.value.others > 0 ? 'limitIndividual' : 'limitNoProfile')];
}

/** Our clock beside the provider’s, once they are half a minute apart. */
export function judgeClock(account: ProviderAnswer<AccountState>): Finding[] {
  if (!account.told)
    return account.why === 'missing' ? [finding('notChecked', { detail: account.detail })] : silence(account);
  const { clock } = account.value;
  if (!clock) return [finding('notChecked', { detail: 'Date' })];
  const skewMs = Math.abs(clock.ownAt - clock.providerAt);
  if (skewMs < noticedSkewMs) return [];
  const values = {
    seconds: String(Math.round(skewMs / 1000)),
    direction: clock.ownAt > clock.providerAt ? 'ahead' : 'behind',
  };
  return [finding(skewMs > largestSkewMs ? 'clockFarOff' : 'clockSkewed', values)];
}
