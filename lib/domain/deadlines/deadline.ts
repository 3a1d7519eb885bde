/**
 * What a deadline row stands for. `offer`: a round of ringing ends; `waiting`: the caller has waited long enough (IN-11);
 * `claim`: the winner's phone has not joined; `handOver`: nobody took it in time (IN-10); `resume`: the one person the
 * call was offered to again did not take it; `ring`: one person was rung long enough, the next one's turn comes; `consult`: nobody took
 * up a request for advice; `verdict`: decide answered or missed; `lead`: the lead's minute is gone; `attachment`: a removed
 * file can no longer be brought back; `duplicates`: the cards changed since the last
 * search are looked through for pairs.
 */
export const deadlineKinds = [
  'offer',
  'waiting',
  'claim',
  'handOver',
  'verdict',
  'lead',
  'resume',
  'consult',
  'ring',
  'attachment',
  'duplicates',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
