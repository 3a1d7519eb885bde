import { type AuditedChange, idOrNothing } from './audit-entry';

const fieldOf = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined,
    value,
  );

/**
 * What a request was about and of which card: by the ids of its address and body, else by what it told of and changed and
 * by its answer. Only ids are taken.
 */
export function requestSubject(request: {
  /** Of the contract: `/calls/{callId}/claim`. */
  path: string;
  input: unknown;
  answer: unknown;
  /** Of what its operation told the feed. */
  told: readonly Omit<AuditedChange, 'fields'>[];
  changes: readonly AuditedChange[];
}): { subject: string; subjectId: string; counterpartyId: string | null } {
  const { path, input, answer, told, changes } = request;
  const things = [
    ...[...path.matchAll(/\{(\w+)Id\}/g)].map(([, noun]) => ({
      noun: noun!,
      nounId: idOrNothing(fieldOf(input, `${noun}Id`)),
    })),
    ...changes,
    ...told,
  ].map(({ noun, nounId }) => ({ noun, nounId: idOrNothing(nounId) }));
  const cards = [
    fieldOf(input, 'counterpartyId'),
    fieldOf(input, 'counterparty', 'id'),
    fieldOf(answer, 'counterpartyId'),
    fieldOf(answer, 'counterparty', 'id'),
    ...things.filter(({ noun }) => noun === 'counterparty').map(({ nounId }) => nounId),
  ].map(idOrNothing);
  const thing = things.find(({ nounId }) => nounId !== '') ?? things[0];
  return {
    subject: thing?.noun ?? '',
    subjectId: thing?.nounId ?? '',
    counterpartyId: cards.find((id) => id !== '') ?? null,
  };
}
