import { type EscalationStep, readEscalationChain } from '@/lib/domain/deadlines/escalation';
import type { RingOrder } from '@/lib/domain/employees/call-handling';
import type { Role } from '@/lib/domain/employees/roles';

/** What the words of a change are made with. */
export type ChangeVocabulary = {
  at: (at: number) => string;
  role: (role: Role) => string;
  presence: (chosen: string) => string;
  departmentKind: (kind: string) => string;
  phoneKind: (kind: string) => string;
  ringOrder: (order: RingOrder) => string;
  escalationStep: (step: EscalationStep) => string;
  yes: string;
  no: string;
  nothing: string;
  timeZone: (timeZone: string) => string;
  /** People and departments by id. */
  names: Readonly<Record<string, string>>;
};

const moments = new Set(['disabledAt', 'absentUntil', 'oneTimeLinkUntil']);
const references = new Set(['departmentId', 'substituteId', 'successorId', 'headId']);
/** The value of a changed field as a person reads it; null when it is told otherwise, part by part. */
export function changedValue(field: string, value: unknown, words: ChangeVocabulary): string | null {
  if (field === 'hours') return null;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (moments.has(field) && typeof value === 'number') return words.at(value);
  if (references.has(field)) return words.names[String(value)] ?? words.nothing;
  if (field === 'roles' && Array.isArray(value)) return value.map((role) => words.role(role)).join(', ');
  if (field === 'timeZone') return words.timeZone(String(value));
  if (field === 'chosen') return words.presence(String(value));
  if (field === 'phoneKind') return words.phoneKind(String(value));
  if (field === 'kind') return words.departmentKind(String(value));
  if (field === 'ringOrder') return words.ringOrder(value as RingOrder);
  if (field === 'escalation')
    return readEscalationChain(value).map(words.escalationStep).join(', ') || words.nothing;
  if (Array.isArray(value)) return value.join(', ') || words.nothing;
  return String(value);
}
