import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { defaultCategory } from '@/lib/domain/counterparties/counterparty';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { defaultAppealType, type ReactionType } from '@/lib/domain/reactions/reaction';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import { type DueChoice, dueOf, localTime } from './due-choice';

export type ResponsibleChoice =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | { kind: 'headOf'; departmentKind: DepartmentKind }
  | { kind: 'generalDirector' }
  | { kind: 'employee'; employeeId: string };

export type NextDraft = {
  key: string;
  responsible: ResponsibleChoice | null;
  due: DueChoice;
  customAt: string;
  topic: string;
};

export type OutcomeDraft = { kind: 'next' | 'close'; next: NextDraft[]; closeReason: string };

export type ChosenAppeal = { id: string; number: number; topic: string };

/** The reaction card as it stands. What was typed stays beside what was chosen, so that going back loses nothing. */
export type ReactionDraft = {
  client: { mode: 'new' | 'existing'; chosen: CardSummary | null; fields: CardFields };
  appeal: {
    mode: 'new' | 'existing';
    chosen: ChosenAppeal | null;
    topic: string;
    type: string;
    projectId: string | null;
    note: string;
  };
  reaction: { type: ReactionType; topic: string; note: string; happenedAt: string };
  outcome: OutcomeDraft;
};

export type FieldProblems = Record<string, string>;

export const emptyCardFields: CardFields = {
  name: '',
  category: defaultCategory,
  city: '',
  contactPerson: '',
  phone: '',
  phoneExtension: '',
};

export const newNext = (responsible: ResponsibleChoice | null, due: DueChoice = 'tomorrow'): NextDraft => ({
  key: crypto.randomUUID(),
  responsible,
  due,
  customAt: '',
  topic: '',
});

export function emptyOutcome(employeeId: string): OutcomeDraft {
  return { kind: 'next', next: [newNext({ kind: 'employee', employeeId })], closeReason: '' };
}

/** CARD: department and employee are the signed-in person's; the next reaction is theirs until they say otherwise. */
export function emptyDraft(employeeId: string): ReactionDraft {
  return {
    client: { mode: 'existing', chosen: null, fields: emptyCardFields },
    appeal: {
      mode: 'new',
      chosen: null,
      topic: '',
      type: defaultAppealType,
      projectId: null,
      note: '',
    },
    reaction: { type: 'outgoingCall', topic: '', note: '', happenedAt: '' },
    outcome: emptyOutcome(employeeId),
  };
}

/** The topic a reaction gets: its own, else the appeal's (CARD). */
export function topicOf({ appeal, reaction }: ReactionDraft): string {
  const ofAppeal = appeal.mode === 'existing' ? (appeal.chosen?.topic ?? '') : appeal.topic;
  return reaction.topic.trim() || ofAppeal.trim();
}

/** An open appeal belongs to its client: another client means another appeal. */
export function withClient(draft: ReactionDraft, chosen: CardSummary | null): ReactionDraft {
  const isSame = chosen?.id === draft.client.chosen?.id;
  return {
    ...draft,
    client: { ...draft.client, mode: 'existing', chosen },
    appeal: isSame ? draft.appeal : { ...draft.appeal, mode: 'new', chosen: null },
  };
}

export function withNewClient(draft: ReactionDraft): ReactionDraft {
  return {
    ...draft,
    client: { ...draft.client, mode: 'new' },
    appeal: { ...draft.appeal, mode: 'new' },
  };
}

type Request = Pick<RecordReactionInput, 'reaction' | 'nextReactions' | 'closeAppeal'>;
type Choice = Pick<RecordReactionInput, 'counterparty' | 'appeal'>;
type Built<Part> = { ok: true; request: Part } | { ok: false; problems: FieldProblems };

/** What happened and what follows, as the API takes it; or what is missing, by field, as message keys. */
export function outcomeRequest(
  draft: Pick<ReactionDraft, 'reaction' | 'outcome'>,
  now: number,
): Built<Request> {
  const { reaction, outcome } = draft;
  const problems: FieldProblems = {};
  const happenedAt = localTime(reaction.happenedAt);
  const request: Request = {
    reaction: {
      type: reaction.type,
      topic: reaction.topic,
      note: reaction.note,
      ...(happenedAt === null ? {} : { happenedAt }),
    },
    nextReactions: [],
  };
  if (outcome.kind === 'close') {
    if (!outcome.closeReason.trim()) problems['closeAppeal.reason'] = 'required';
    request.closeAppeal = { reason: outcome.closeReason };
  } else {
    request.nextReactions = nextRequests(outcome.next, now, problems);
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, request };
}

export function nextRequests(
  next: readonly NextDraft[],
  now: number,
  problems: FieldProblems,
): NonNullable<RecordReactionInput['nextReactions']> {
  return next.flatMap(({ responsible, due, customAt, topic }, index) => {
    const by = dueOf(due, customAt, now);
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

/** Whether anything was typed or chosen that would be a pity to lose. */
export function isTouched(draft: ReactionDraft): boolean {
  const { client, appeal, reaction, outcome } = draft;
  return Boolean(
    client.chosen ||
      client.fields.name ||
      client.fields.phone ||
      appeal.chosen ||
      appeal.topic ||
      appeal.note ||
      reaction.topic ||
      reaction.note ||
      outcome.closeReason,
  );
}
