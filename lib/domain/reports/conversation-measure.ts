import type { Visit } from '@/lib/domain/call-scripts/visits';

export type ConversationMeasure = {
  /** Word-for-word texts (IN-1): those due, those said, those excused. */
  itemsDue: number;
  itemsDone: number;
  itemsExcused: number;
  /** Steps back. */
  backs: number;
  /** «Другого в списке нет». */
  unlistedAnswers: number;
  /** Answers refused for something missing. */
  refusedAnswers: number;
  /** The step at which the caller hung up; null when they did not before the end. */
  brokenOffAt: string | null;
  /** The stays that were left again, in whole seconds. */
  stays: { position: number; step: string; seconds: number }[];
};

/**
 * How a conversation kept to its call script. Due are the texts that are said word for word, on whatever way it took: the
 * greeting and the closing (IN-1). Said: their step was left by an answer with the caller on the line. Excused: the caller
 * had hung up, or the conversation was discarded with a reason (IN-6). Going back and saying it again is one text.
 */
export function measureConversation(
  visits: readonly Visit[],
  mandatorySteps: readonly string[],
): ConversationMeasure {
  const told = visits.flatMap((visit) => [
    ...visit.told.map((logged) => ({ visit, type: logged.event.type })),
    ...(visit.answer ? [{ visit, type: visit.answer.event.type }] : []),
  ]);
  const brokenOff = told.find(({ type }) => type === 'caller.hungUp');
  const brokenOffIndex = brokenOff ? visits.indexOf(brokenOff.visit) : visits.length;
  const isSaid = (step: string) =>
    visits.some(
      (visit, index) => visit.step === step && index < brokenOffIndex && isAnswer(visit.answer?.event.type),
    );
  const done = mandatorySteps.filter(isSaid).length;
  const isExcused = brokenOff !== undefined || told.some(({ type }) => type === 'manager.discarded');
  return {
    itemsDue: mandatorySteps.length,
    itemsDone: done,
    itemsExcused: isExcused ? mandatorySteps.length - done : 0,
    backs: told.filter(({ type }) => type === 'manager.wentBack').length,
    unlistedAnswers: told.filter(({ type }) => type === 'caller.saidSomethingElse').length,
    refusedAnswers: visits.reduce((sum, { refused }) => sum + refused.length, 0),
    brokenOffAt: brokenOff?.visit.step ?? null,
    stays: visits.flatMap(({ step, enteredAt, leftAt }, position) =>
      leftAt === null
        ? []
        : [{ position, step, seconds: Math.floor(Math.max(0, leftAt - enteredAt) / 1000) }],
    ),
  };
}

const isAnswer = (type: string | undefined) =>
  type !== undefined &&
  type !== 'manager.wentBack' &&
  type !== 'manager.discarded' &&
  type !== 'caller.hungUp';
