import type { PhoneKind } from '@/lib/domain/employees/phone-kind';

/** `listen`: hears both and is heard by nobody; `whisper`: is heard by the employee alone; `barge`: is heard by both (S5). */
export const supervisionModes = ['listen', 'whisper', 'barge'] as const;
export type SupervisionMode = (typeof supervisionModes)[number];

/**
 * Why somebody is no longer in another's conversation. `left`: by their own word; `notReached`: their telephone never joined;
 * `lineLost`: their line broke off; `handedOver`: the caller went to others; `employeeLost`: the employee's line broke off;
 * `callEnded`; `tookOver`: they lead the call themselves now.
 */
export const supervisionEnds = [
  'left',
  'notReached',
  'lineLost',
  'handedOver',
  'employeeLost',
  'callEnded',
  'tookOver',
] as const;
export type SupervisionEnd = (typeof supervisionEnds)[number];

/** Who is in the conversation of the person on the line, by what we ordered last. */
export type Supervision = {
  employeeId: string;
  generation: number;
  label: string;
  phoneKind: PhoneKind;
  mode: SupervisionMode;
  /** Until when their telephone has to join. */
  expiresAt: number;
  joinedAt: number | null;
  /** They lead the call as soon as the line lets everybody hear them. */
  takesOver: boolean;
  /** What the line would not do, until the next order. */
  refused: SupervisionMode | null;
};

/** The person on the line asks those who may supervise them to come into the conversation. */
export type HelpRequest = { askedAt: number; words: string };
