import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import { dueOf } from './due-choice';
import type { NextDraft, ReactionDraft } from './reaction-draft';

/** What is missing or refused, by field, as message keys. */
export type FieldProblems = Record<string, string>;

type Request = Pick<RecordReactionInput, 'reaction' | 'nextReactions' | 'closeAppeal'>;
type Choice = Pick<RecordReactionInput, 'counterparty' | 'appeal'>;
type Built<Part> = { ok: true; request: Part } | { ok: false; problems: FieldProblems };

/** What happened and what follows, as the API takes it; or what is missing, by field, as message keys. Typed times are the office's. */
export function outcomeRequest(
  draft: Pick<ReactionDraft, 'reaction' | 'outcome'>,
  now: number,
  timeZone: string,
): Built<Request> {
  const { reaction, outcome } = draft;
  const problems: FieldProblems = {};
  const happenedAt = readTypedTime(reaction.happenedAt, timeZone);
  const request: Request = {
    reaction: {
      type: reaction.type,
      topic: reaction.topic,
      note: reaction.note,
      ...(happenedAt === null ? {} : { happenedAt }),
    },
    nextReactions: [],
  };
  if (reaction.type === 'complaint') {
    if (reaction.causedBy) request.reaction.causedBy = reaction.causedBy;
    else problems['reaction.causedBy'] = 'reactions.card.missingCausedBy';
  } else if (outcome.kind === 'close') {
    if (!outcome.closeReason.trim()) problems['closeAppeal.reason'] = 'required';
    request.closeAppeal = { reason: outcome.closeReason };
  } else {
    request.nextReactions = nextRequests(outcome.next, now, timeZone, problems);
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, request };
}

export function nextRequests(
  next: readonly NextDraft[],
  now: number,
  timeZone: string,
  problems: FieldProblems,
): NonNullable<RecordReactionInput['nextReactions']> {
  return next.flatMap(({ responsible, due, customAt, topic }, index) => {
    const by = dueOf(due, customAt, now, timeZone);
    if (!responsible) problems[`nextReactions.${index}.responsible`] = 'reactions.card.missingWho';
    if (!by) problems[`nextReactions.${index}.dueAt`] = 'reactions.card.missingWhen';
    return responsible && by ? [{ responsible, ...by, ...(topic.trim() ? { topic } : {}) }] : [];
  });
}

/** The counterparty and the appeal of the card, as the API takes them; or what is missing. */
export function choiceRequest({ client, appeal }: ReactionDraft): Built<Choice> {
  const problems: FieldProblems = {};
  if (client.mode === 'existing' && !client.chosen) problems.counterparty = 'reactions.card.missingClient';
  if (client.mode === 'new' && !client.fields.name.trim()) problems['counterparty.fields.name'] = 'required';
  if (appeal.mode === 'existing' && !appeal.chosen) problems.appeal = 'reactions.card.missingAppeal';
  if (appeal.mode === 'new' && !appeal.topic.trim()) problems['appeal.topic'] = 'required';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { topic, type, projectId, note } = appeal;
  return {
    ok: true,
    request: {
      counterparty:
        client.mode === 'new'
          ? { use: 'new', fields: client.fields }
          : { use: 'existing', id: client.chosen!.id },
      appeal:
        appeal.mode === 'new'
          ? { use: 'new', topic, type, projectId, note }
          : { use: 'existing', id: appeal.chosen!.id },
    },
  };
}
