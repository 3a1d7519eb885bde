import { z } from 'zod';
import { type Repair, repairSchema } from './repair';

/** What is tried, in this order. */
export const connectionChecks = [
  'credentials',
  'account',
  'apiKey',
  'address',
  'signature',
  'numbers',
  'app',
  'limits',
  'region',
  'clock',
] as const;
export type ConnectionCheck = (typeof connectionChecks)[number];

const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** How bad it is. `error`: calls do not work; `warning`: they work until something happens; `note`: what a person should look up. */
const severityOf = {
  tokenRefused: 'error',
  providerUnreachable: 'error',
  providerFailed: 'error',
  notChecked: 'warning',
  accountSuspended: 'error',
  accountClosed: 'error',
  accountTrial: 'warning',
  keyUnknown: 'error',
  keySecretWrong: 'error',
  addressNotHttps: 'error',
  addressPrivate: 'error',
  addressUnresolved: 'error',
  addressUnreachable: 'error',
  addressCertificate: 'error',
  addressRedirects: 'error',
  addressForeign: 'error',
  addressUnwell: 'error',
  webhooksFailed: 'warning',
  signatureRefused: 'error',
  signatureUnanswered: 'error',
  forgeryAccepted: 'error',
  noNumbers: 'error',
  numberNotOwned: 'error',
  numberNotEntered: 'warning',
  numberWithoutVoice: 'error',
  numberTakenByApp: 'error',
  numberTakenByTrunk: 'error',
  voiceUrlForeign: 'error',
  voiceMethod: 'error',
  voiceUrlWithoutRetries: 'warning',
  fallbackMissing: 'warning',
  fallbackForeign: 'error',
  fallbackMethod: 'error',
  statusCallbackForeign: 'error',
  statusCallbackMethod: 'error',
  appUnknown: 'error',
  appVoiceUrlForeign: 'error',
  appVoiceMethod: 'error',
  limitTrial: 'warning',
  limitNoProfile: 'warning',
  limitIndividual: 'warning',
  limitUnknown: 'note',
  numberInOtherRegion: 'error',
  regionSettingUnused: 'warning',
  clockSkewed: 'warning',
  clockFarOff: 'error',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof severityOf;
const findingCodes = Object.keys(severityOf) as [FindingCode, ...FindingCode[]];

/** One thing that is wrong, or to be looked up; the words come from its code and values. No finding means all is right. */
export const findingSchema = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(severities),
  values: z.record(z.string(), z.string()),
  /** What would put it right, when it can be done from here. */
  repair: repairSchema.nullable(),
});

export type Finding = z.infer<typeof findingSchema>;

/** How severe it is stands with its code; `values` are for its words. */
export const finding = (
  code: FindingCode,
  values: Record<string, string> = {},
  repair: Repair | null = null,
): Finding => ({ code, severity: severityOf[code], values, repair });

/** How many of each severity there are. */
export const countFindings = (findings: readonly Finding[]) => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
  notes: findings.filter(({ severity }) => severity === 'note').length,
});

/** Whether calls can be trusted to work: nothing is wrong but for warnings, and everything could be checked. */
export const isSound = (findings: readonly Finding[]) =>
  findings.every(({ severity, code }) => severity !== 'error' && code !== 'notChecked');
