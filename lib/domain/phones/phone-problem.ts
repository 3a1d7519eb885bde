const phoneProblems = [
  'microphoneDenied',
  'microphoneMissing',
  'notSupported',
  'tokenExpired',
  'tokenRefused',
  'noToken',
  'noLine',
  'noSound',
  'callRefused',
  'busyLine',
  'unknown',
] as const;
/** What is wrong with a browser phone, as far as the person can do something about it. */
export type PhoneProblem = (typeof phoneProblems)[number];

const byCode: Record<number, PhoneProblem> = {
  20101: 'tokenRefused',
  20103: 'tokenRefused',
  20104: 'tokenExpired',
  20151: 'tokenRefused',
  31000: 'noLine',
  31002: 'callRefused',
  31003: 'noSound',
  31005: 'noLine',
  31009: 'noLine',
  31201: 'tokenRefused',
  31202: 'tokenRefused',
  31204: 'tokenRefused',
  31205: 'tokenExpired',
  31206: 'busyLine',
  31207: 'tokenRefused',
  31400: 'callRefused',
  31401: 'microphoneDenied',
  31402: 'microphoneMissing',
  31404: 'callRefused',
  31480: 'callRefused',
  31486: 'callRefused',
  31603: 'callRefused',
  53000: 'noLine',
  53001: 'noLine',
  53405: 'noSound',
};

/** The provider's code in our words (twilio.com/docs/voice/sdks/error-codes). */
export const phoneProblemOf = (code: number): PhoneProblem => byCode[code] ?? 'unknown';

/** How a microphone that was asked for did not come, by the name of the browser's own error. */
export function microphoneProblemOf(errorName: string): PhoneProblem {
  if (errorName === 'NotAllowedError' || errorName === 'SecurityError') return 'microphoneDenied';
  return errorName === 'NotSupportedError' ? 'notSupported' : 'microphoneMissing';
}

const phoneWarnings = ['network', 'silentMicrophone', 'connectionLost'] as const;
export type PhoneWarning = (typeof phoneWarnings)[number];

const warnings: Record<string, PhoneWarning> = {
  'high-rtt': 'network',
  'high-jitter': 'network',
  'high-packet-loss': 'network',
  'high-packets-lost-fraction': 'network',
  'low-mos': 'network',
  'low-bytes-received': 'network',
  'low-bytes-sent': 'network',
  'constant-audio-input-level': 'silentMicrophone',
  'ice-connectivity-lost': 'connectionLost',
};

/** What the provider's warning means for the person; null for one they need not hear of. */
export const phoneWarningOf = (warning: string): PhoneWarning | null => warnings[warning] ?? null;
