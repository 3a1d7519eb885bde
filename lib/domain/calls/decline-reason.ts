/** Why somebody declines a call that rings at them; `other` is said in their own words. */
export const declineReasons = ['anotherClient', 'notMine', 'leaving', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export type Decline = { reason: DeclineReason; words: string };

/** As one text: the code of the reason, or the person's own words. */
export const keptDecline = ({ reason, words }: Decline): string => (reason === 'other' ? words : reason);

/** What was kept; offers declined before reasons had codes have words alone. */
export function readDecline(kept: string): Decline {
  const reason = declineReasons.find((code) => code !== 'other' && code === kept);
  return reason ? { reason, words: '' } : { reason: 'other', words: kept };
}
