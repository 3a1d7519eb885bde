import { type CounterpartyStatus, defaultCategory } from '@/lib/domain/counterparties/counterparty';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import type { RoundSubject } from '@/lib/domain/rounds/round';

/** What a caller says of themselves; what was not said is an empty text. */
export type SpokenCard = {
  name: string;
  category: string;
  city: string;
  contactPerson: string;
  phone: string;
  phoneExtension: string;
};

/** A card of the database as it stood when it was chosen. */
export type KnownCard = SpokenCard & { id: string; status: CounterpartyStatus };

export type Project = { id: string; name: string };

/** An open appeal of the chosen card, as it stood when it was chosen (IN-8). */
export type KnownAppeal = { id: string; counterpartyId: string; topic: string; project: Project | null };

/** Everything typed or chosen in the call. What was typed stays beside what was chosen, so that nothing is lost. */
export type Draft = {
  chosenCounterparty: KnownCard | null;
  card: SpokenCard;
  chosenAppeal: KnownAppeal | null;
  appeal: { topic: string; type: string; project: Project | null; note: string };
  complaint: { text: string; departmentKind: DepartmentKind | null };
  /** SA-1: the client's own words to each question; there in a satisfaction round alone. */
  satisfaction?: Partial<Record<RoundSubject, string>>;
  note: string;
  /** ON-4: of calls about a folder alone. */
  email?: string;
  /** `YYYY-MM-DD`. */
  deliveryOn?: string;
  /** SA-1: when a client asked to be called back, `YYYY-MM-DDTHH:MM` by the client's own clock. */
  callBackAt?: string;
};

/** What was typed since; what is absent was not touched. */
export type DraftPatch = {
  card?: Partial<SpokenCard>;
  appeal?: Partial<Draft['appeal']>;
  complaint?: Partial<Draft['complaint']>;
  satisfaction?: Draft['satisfaction'];
  note?: string;
  email?: string;
  deliveryOn?: string;
  callBackAt?: string;
};

/** @param callerPhone the caller's number as people write it; null when it is withheld (IN-7) */
export function emptyDraft(callerPhone: string | null): Draft {
  return {
    chosenCounterparty: null,
    card: {
      name: '',
      category: defaultCategory,
      city: '',
      contactPerson: '',
      phone: callerPhone ?? '',
      phoneExtension: '',
    },
    chosenAppeal: null,
    appeal: { topic: '', type: defaultAppealType, project: null, note: '' },
    complaint: { text: '', departmentKind: null },
    note: '',
  };
}

/** What the patch does not name stays as it is. */
export function withPatch(draft: Draft, patch: DraftPatch): Draft {
  return {
    ...draft,
    card: { ...draft.card, ...patch.card },
    appeal: { ...draft.appeal, ...patch.appeal },
    complaint: { ...draft.complaint, ...patch.complaint },
    ...(patch.satisfaction && { satisfaction: { ...draft.satisfaction, ...patch.satisfaction } }),
    note: patch.note ?? draft.note,
    ...(patch.email !== undefined && { email: patch.email }),
    ...(patch.deliveryOn !== undefined && { deliveryOn: patch.deliveryOn }),
    ...(patch.callBackAt !== undefined && { callBackAt: patch.callBackAt }),
  };
}

/** Another card, or null for a new one: an open appeal of the former card does not belong to it. */
export function withCounterparty(draft: Draft, chosen: KnownCard | null): Draft {
  const isSame = chosen !== null && chosen.id === draft.chosenCounterparty?.id;
  return { ...draft, chosenCounterparty: chosen, chosenAppeal: isSame ? draft.chosenAppeal : null };
}

/** The card as it will be: what an existing card knows stands, what was typed fills its gaps (IN-2). */
export function cardInUse(draft: Draft): SpokenCard {
  return draft.chosenCounterparty
    ? { ...fieldsOf(draft.chosenCounterparty), ...completedFields(draft) }
    : draft.card;
}

/** Whether the chosen card knows this; the dash of an untold contact person is a gap (IN-2). */
export const knowsOf = ({ chosenCounterparty }: Draft, field: keyof SpokenCard) =>
  chosenCounterparty !== null && !isMissing(chosenCounterparty[field]);

/** IN-2: the missing fields of the chosen card that were typed in the call. A phone comes with its extension. */
export function completedFields(draft: Draft): Partial<SpokenCard> {
  const known = draft.chosenCounterparty;
  if (!known) return {};
  const completed: Partial<SpokenCard> = {};
  for (const field of ['name', 'category', 'city', 'contactPerson', 'phone'] as const) {
    const told = draft.card[field].trim();
    if (told && told !== known[field].trim() && !knowsOf(draft, field)) completed[field] = draft.card[field];
  }
  if (completed.phone && draft.card.phoneExtension.trim()) {
    completed.phoneExtension = draft.card.phoneExtension;
  }
  return completed;
}

/** IN-8: the appeal the reaction will stand on. */
export const topicInUse = (draft: Draft) => draft.chosenAppeal?.topic ?? draft.appeal.topic;

function fieldsOf({ name, category, city, contactPerson, phone, phoneExtension }: KnownCard): SpokenCard {
  return { name, category, city, contactPerson, phone, phoneExtension };
}
