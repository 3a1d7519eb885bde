import type { ReportSettings } from './report-settings';

/**
 * Callers who came into a queue, and what became of them. The queue of the client department begins when the call arrives;
 * that of another department when the caller is handed over to it.
 */
export type QueueTally = {
  /** Who waited at all: not those turned away outside the hours or blocked. */
  queued: number;
  answered: number;
  /** Answered within T. */
  inTime: number;
  /** Not answered, having waited longer than T. */
  lostLate: number;
  /** Not answered, having left sooner than a caller who means it. */
  lostShort: number;
  /** Of those answered, ms together. */
  answeredWaitMs: number;
};

export const emptyQueue: QueueTally = {
  queued: 0,
  answered: 0,
  inTime: 0,
  lostLate: 0,
  lostShort: 0,
  answeredWaitMs: 0,
};

export function addQueues(one: QueueTally, other: QueueTally): QueueTally {
  return {
    queued: one.queued + other.queued,
    answered: one.answered + other.answered,
    inTime: one.inTime + other.inTime,
    lostLate: one.lostLate + other.lostLate,
    lostShort: one.lostShort + other.lostShort,
    answeredWaitMs: one.answeredWaitMs + other.answeredWaitMs,
  };
}

/** A figure and that which it is a share or an average of; null when there is nothing to reckon it of. */
export type Reckoned = { value: number | null; of: number };

/** A part of a whole as a figure. */
export const share = (part: number, of: number): Reckoned => ({ value: of > 0 ? part / of : null, of });

/** Not answered, however long they had waited. */
export const lostOf = ({ queued, answered }: QueueTally) => queued - answered;

/**
 * Service level, 0 to 1. By default: answered within T / (answered + not answered after more than T). The other formulas
 * ignore who was not answered; count them all; or count them all and take those who left within T for served.
 */
export function serviceLevel(
  tally: QueueTally,
  { serviceLevelFormula }: Pick<ReportSettings, 'serviceLevelFormula'>,
): Reckoned {
  const { queued, answered, inTime, lostLate } = tally;
  switch (serviceLevelFormula) {
    case 'lateAbandonedCount':
      return share(inTime, answered + lostLate);
    case 'abandonedIgnored':
      return share(inTime, answered);
    case 'abandonedCount':
      return share(inTime, queued);
    case 'earlyAbandonedAreServed':
      return share(inTime + lostOf(tally) - lostLate, queued);
  }
}

/** ASA, ms: how long those waited who were answered, together / how many they were. */
export const averageAnswerMs = ({ answered, answeredWaitMs }: QueueTally): Reckoned =>
  share(answeredWaitMs, answered);

/** Abandonment, 0 to 1: not answered / all who waited; those who left at once are in it, and shown apart. */
export const abandonment = (tally: QueueTally): Reckoned => share(lostOf(tally), tally.queued);

/**
 * AHT, ms: (talk and hold + time after the call) / calls handled. Talk is each stay of ours on the line, from joining to
 * leaving, hold and advice included; a call that two people handled is one call with both their stays.
 */
export const averageHandlingMs = ({
  onLineMs,
  afterCallMs,
  handled,
}: {
  onLineMs: number;
  afterCallMs: number;
  handled: number;
}): Reckoned => share(onLineMs + afterCallMs, handled);

/**
 * Occupancy, 0 to 1: on contact / (on contact + idle). On contact: on the line or in the time after a call, two calls at
 * once counted once. Idle: available and within reach without that; a ringing telephone is idle. Breaks are neither.
 */
export const occupancy = ({ contactMs, idleMs }: { contactMs: number; idleMs: number }): Reckoned =>
  share(contactMs, contactMs + idleMs);
