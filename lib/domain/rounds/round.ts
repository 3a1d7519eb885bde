import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { hourMs } from '@/lib/domain/duration';

/** By which call script a round is led. */
export const roundScriptId = 'satisfaction-round';

/** SA-1: what every client is asked about. */
export const roundSubjects = ['software', 'support', 'company'] as const;
export type RoundSubject = (typeof roundSubjects)[number];

export const verdicts = ['satisfied', 'dissatisfied'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a client said of each subject, as far as they were asked, with their own words. */
export type RoundAnswers = Partial<Record<RoundSubject, { verdict: Verdict; words: string }>>;

/**
 * How a round stands. `planned`: to be called; `complaintOwed`: the client is dissatisfied and the complaint is not written
 * yet (SA-3); the others are how it ended. `missed`: nobody called until the next one was due.
 */
export const roundStates = [
  'planned',
  'complaintOwed',
  'satisfied',
  'dissatisfied',
  'notReached',
  'refused',
  'missed',
  'cancelled',
] as const;
export type RoundState = (typeof roundStates)[number];
const openRoundStates = ['planned', 'complaintOwed'] as const satisfies RoundState[];
export const endedRoundStates = [
  'satisfied',
  'dissatisfied',
  'notReached',
  'refused',
  'missed',
  'cancelled',
] as const satisfies RoundState[];
export const isOpenRound = (state: RoundState) => (openRoundStates as readonly RoundState[]).includes(state);

/** Whether the client was spoken to: they answered, or said that they would not. */
export const isAnswered = (state: RoundState) =>
  state === 'complaintOwed' || state === 'satisfied' || state === 'dissatisfied' || state === 'refused';

export const attemptOutcomes = ['noAnswer', 'busy', 'askedToCallLater', 'brokenOff', 'wrongNumber'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Who asked to be called later was reached: that is no attempt of the three. */
export const isAttemptInVain = (outcome: AttemptOutcome) => outcome !== 'askedToCallLater';

type Attempt = { at: number; outcome: AttemptOutcome };

/** Whether nobody answered, so that this hour is not tried again. */
export const isUnanswered = (outcome: AttemptOutcome) => outcome === 'noAnswer' || outcome === 'busy';

/** The times (epoch ms) at whose hours nobody answered; who was reached since may be called again whenever it suits them. */
export function unansweredAt(attempts: readonly Attempt[]): number[] {
  const reachedAt = Math.max(
    ...attempts.filter(({ outcome }) => !isAttemptInVain(outcome)).map(({ at }) => at),
    Number.NEGATIVE_INFINITY,
  );
  return attempts.filter(({ outcome, at }) => isUnanswered(outcome) && at > reachedAt).map(({ at }) => at);
}

/** SA-1: that many attempts, each at an hour of its own, then the client is not reached. */
export const attemptsOfRound = 3;

/** SA-2: what became of the letter of recommendation; null when none was asked for, or another round has it. */
export const recommendationStates = ['asked', 'received'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

const hourOf = (at: number, timeZone: string) => Math.floor(wallTimeAt(at, timeZone).minuteOfDay / 60);

/**
 * SA-1: the attempts that count (epoch ms each): a client who did not answer at ten was not tried again at a quarter past
 * ten, nor at ten of the next day.
 */
export function countedAttempts(attempts: readonly number[], timeZone: string): number[] {
  const hours = new Set<number>();
  return [...attempts]
    .sort((one, other) => one - other)
    .filter((at) => {
      const hour = hourOf(at, timeZone);
      if (hours.has(hour)) return false;
      hours.add(hour);
      return true;
    });
}

/** Whether a call now would be at an hour that was not tried yet. */
export const isNewHour = (attempts: readonly number[], now: number, timeZone: string) =>
  !attempts.some((at) => hourOf(at, timeZone) === hourOf(now, timeZone));

/** The first instant from now on at an hour that was not tried (epoch ms). */
export function nextNewHour(attempts: readonly number[], now: number, timeZone: string): number {
  let at = now;
  while (!isNewHour(attempts, at, timeZone)) at = (Math.floor(at / hourMs) + 1) * hourMs;
  return at;
}

/** When it is day at the client's: minutes of their own day. */
export const clientDay = { from: 8 * 60, until: 21 * 60 };

/** The first instant from now on when it is day at the client's, at an hour that was not tried (epoch ms). */
export function nextCallAt(attempts: readonly number[], now: number, timeZone: string): number {
  let at = nextNewHour(attempts, now, timeZone);
  while (!isDayAt(at, timeZone)) {
    at = nextNewHour(attempts, (Math.floor(at / hourMs) + 1) * hourMs, timeZone);
  }
  return at;
}

function isDayAt(at: number, timeZone: string): boolean {
  const { minuteOfDay } = wallTimeAt(at, timeZone);
  return minuteOfDay >= clientDay.from && minuteOfDay < clientDay.until;
}

/** SA-1: how many of the three attempts were made. */
export const attemptsMade = (attempts: readonly Attempt[], timeZone: string): number =>
  countedAttempts(
    attempts.filter(({ outcome }) => isAttemptInVain(outcome)).map(({ at }) => at),
    timeZone,
  ).length;

/** SA-2: satisfied is who is satisfied with all three; null while something was not asked. */
export function verdictOf(answers: RoundAnswers): Verdict | null {
  const said = roundSubjects.map((subject) => answers[subject]?.verdict);
  if (said.includes('dissatisfied')) return 'dissatisfied';
  return said.every((verdict) => verdict === 'satisfied') ? 'satisfied' : null;
}

/** SA-3: what a dissatisfied client said, as the complaint begins. */
export const wordsOfDissatisfied = (answers: RoundAnswers): string =>
  roundSubjects
    .flatMap((subject) => {
      const answer = answers[subject];
      return answer?.verdict === 'dissatisfied' && answer.words.trim() ? [answer.words.trim()] : [];
    })
    .join('\n');

/** SA-3: about what a client is dissatisfied without a word of theirs. */
export const subjectsWithoutWords = (
  answers: {
    [subject in RoundSubject]?: { verdict: Verdict | null; words: string };
  },
): RoundSubject[] =>
  roundSubjects.filter((subject) => {
    const answer = answers[subject];
    return answer?.verdict === 'dissatisfied' && answer.words.trim() === '';
  });
