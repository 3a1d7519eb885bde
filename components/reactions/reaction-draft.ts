import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { defaultCategory } from '@/lib/domain/counterparties/counterparty';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { defaultAppealType, type ReactionType } from '@/lib/domain/reactions/reaction';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import type { DueChoice } from './due-choice';

export type ResponsibleChoice =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | { kind: 'headOf'; departmentKind: DepartmentKind }
  | { kind: 'generalDirector' }
  | { kind: 'employee'; employeeId: string };

/** The department whose clock runs for whom was chosen; null while it is not known here: nobody yet, or the director. */
export function departmentOfChoice(
  choice: ResponsibleChoice | null,
  choices: Pick<ReactionChoices, 'departments' | 'employees'> | null,
): DepartmentKind | null {
  if (choice === null || choice.kind === 'generalDirector') return null;
  if (choice.kind !== 'employee') return choice.departmentKind;
  const employee = choices?.employees.find(({ id }) => id === choice.employeeId);
  return choices?.departments.find(({ id }) => id === employee?.departmentId)?.kind ?? null;
}

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
  reaction: {
    type: ReactionType;
    topic: string;
    note: string;
    happenedAt: string;
    /** Whose work caused a complaint. */
    causedBy: DepartmentKind | null;
  };
  outcome: OutcomeDraft;
};

const emptyCardFields: CardFields = {
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
  return {
    kind: 'next',
    next: [{ ...newNext({ kind: 'employee', employeeId }), key: 'first' }],
    closeReason: '',
  };
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
    reaction: { type: 'outgoingCall', topic: '', note: '', happenedAt: '', causedBy: null },
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
