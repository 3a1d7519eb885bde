import type { BackupSchedule } from '@/lib/domain/backups/schedule';
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
  webhookOff: (reason: string) => string;
  backupRhythm: (rhythm: BackupSchedule['rhythm']) => string;
  escalationStep: (step: EscalationStep) => string;
  yes: string;
  no: string;
  nothing: string;
  /** Of a right that is as it is by default. */
  byDefault: string;
  timeZone: (timeZone: string) => string;
  /** People and departments by id. */
  names: Readonly<Record<string, string>>;
};

const moments = new Set([
  'disabledAt',
  'absentUntil',
  'oneTimeLinkUntil',
  'webhookSecret',
  'webhookReplayFrom',
  'webhookReplayUntil',
]);
const references = new Set(['departmentId', 'substituteId', 'successorId', 'headId', 'overflowDepartmentId']);
/** Where the word of a changed field may stand: a right of a role is named as on its own screen. */
export const fieldKeys = (field: string) =>
  [`settings.fields.${field}`, `roles.permissions.${field}.label`] as 'settings.fields.name'[];

/** The value of a changed field as a person reads it; null when it is told otherwise, part by part. */
export function changedValue(field: string, value: unknown, words: ChangeVocabulary): string | null {
  if (field === 'hours') return null;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === 'byDefault') return words.byDefault;
  if (moments.has(field) && typeof value === 'number') return words.at(value);
  if (references.has(field)) return words.names[String(value)] ?? words.nothing;
  if (field === 'roles' && Array.isArray(value)) return value.map((role) => words.role(role)).join(', ');
  if (field === 'timeZone') return words.timeZone(String(value));
  if (field === 'chosen') return words.presence(String(value));
  if (field === 'phoneKind') return words.phoneKind(String(value));
  if (field === 'kind') return words.departmentKind(String(value));
  if (field === 'ringOrder') return words.ringOrder(value as RingOrder);
  if (field === 'offReason') return words.webhookOff(String(value));
  if (field === 'rhythm') return words.backupRhythm(value as BackupSchedule['rhythm']);
  if (field === 'escalation')
    return readEscalationChain(value).map(words.escalationStep).join(', ') || words.nothing;
  if (Array.isArray(value)) return value.join(', ') || words.nothing;
  return String(value);
}
