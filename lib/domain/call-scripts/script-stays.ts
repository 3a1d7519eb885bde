import type { AnswerMeta } from './call-script';
import type { LoggedEvent, Visit } from './visits';

/** A stay of a conversation at a step, as the figures of its call script count it. */
export type ScriptStay = {
  position: number;
  step: string;
  /** Whole seconds; null at the last step, which was not left. */
  seconds: number | null;
  /** By what it was left; null at the last step. */
  event: string | null;
  /** The number of the answer given; null for what is no numbered answer. */
  answer: number | null;
  nextStep: string | null;
  /** The caller hung up here. */
  isBrokenOff: boolean;
};

/** The stays of a conversation; `answersOf` names the answers of a step in the chart it ran by. */
export function staysOf(
  visits: readonly Visit[],
  answersOf: (step: string) => readonly AnswerMeta[],
): ScriptStay[] {
  return visits.map(({ step, enteredAt, leftAt, answer, told }, position) => ({
    position,
    step,
    seconds: leftAt === null ? null : Math.floor(Math.max(0, leftAt - enteredAt) / 1000),
    event: answer?.event.type ?? null,
    answer: answer ? answerGiven(answersOf(step), answer.event) : null,
    nextStep: answer?.nextStep ?? null,
    isBrokenOff: [...told, ...(answer ? [answer] : [])].some(({ event }) => event.type === 'caller.hungUp'),
  }));
}

/** The answer whose event says most of what was reported; null when none of them was given. */
function answerGiven(answers: readonly AnswerMeta[], event: LoggedEvent['event']): number | null {
  const given = answers
    .filter((answer) => Object.entries(answer.event).every(([name, value]) => event[name] === value))
    .sort((one, other) => Object.keys(other.event).length - Object.keys(one.event).length);
  return given[0]?.number ?? null;
}
