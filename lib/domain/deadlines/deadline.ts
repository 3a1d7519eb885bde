/**
 * What a deadline row stands for. `offer`: a round of ringing ends; `waiting`: the caller has waited long enough (IN-11);
 * `overflow`: it is offered to another department besides; `claim`: the winner's phone has not joined; `handOver`: nobody took it in time (IN-10); `resume`: the one person the
 * call was offered to again did not take it; `ring`: one person was rung long enough, the next one's turn comes; `consult`:
 * nobody took up a request for advice; `supervision`: the telephone of whoever supervises has not joined; `dial`: a number we
 * call has rung long enough; `verdict`: decide answered or missed; `measure`: write what the call adds to the reports;
 * `lead`: the lead's minute is gone; `overdue`: a next reaction has come overdue (CO-3); `escalation`: it is shown to the next
 * in the chain of its department; `attachment`: a removed file can no longer be brought back; `duplicates`: the cards changed
 * since the last search are looked through for pairs; `rounds`: the rounds of clients are planned on (SA-1); `complaint`: the
 * client of a complaint was not answered by the time they were to be (CO-3).
 */
const deadlineKinds = [
  'offer',
  'waiting',
  'overflow',
  'claim',
  'handOver',
  'verdict',
  'lead',
  'resume',
  'consult',
  'supervision',
  'ring',
  'dial',
  'measure',
  'overdue',
  'escalation',
  'attachment',
  'duplicates',
  'rounds',
  'complaint',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
