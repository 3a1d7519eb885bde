import type { AskedEmployee } from '@/lib/domain/call-scripts/conversation';
import type { KnownAppeal, KnownCard } from '@/lib/domain/call-scripts/draft';
import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { AppealRow, Chronicle } from './chronicle';
import type { DemoEmployee } from './company';
import type { DemoCounterparty } from './counterparties';
import { inventNote } from './subjects';

/** What is said and typed, in the order of the conversation, up to its closing words. */
export type Lines = ScriptEvent[];

const knownCard = ({
  id,
  status,
  name,
  category,
  city,
  contactPerson,
  phones,
}: DemoCounterparty): KnownCard => ({
  id,
  status,
  name,
  category,
  city: city.name,
  contactPerson,
  phone: phones[0]!.raw,
  phoneExtension: '',
});

export const askedEmployee = (employee: DemoEmployee, present: boolean): AskedEmployee => ({
  employeeId: employee.id,
  name: employee.fullName,
  departmentKind: employee.departmentKind,
  present,
});

/** IN-7, IN-2: the card that the caller's number or name led to. */
export const usingCard = (counterparty: DemoCounterparty): Lines => [
  { type: 'manager.choseCounterparty', counterparty: knownCard(counterparty) },
  { type: 'manager.confirmedCard' },
];

/** IN-2: a card of somebody nobody knew, typed field by field. */
export const newCard = (
  { name, city, contactPerson, phones }: DemoCounterparty,
  isNumberShown: boolean,
): Lines => [
  filledIn({ card: { name } }),
  filledIn({ card: { city: city.name } }),
  filledIn({ card: { contactPerson } }),
  ...(isNumberShown ? [] : [filledIn({ card: { phone: phones[0]!.raw } })]),
  { type: 'manager.confirmedCard' },
];

/** CARD: a new appeal; the topic is suggested by route and project unless the manager types one. */
export function newAppeal(
  chronicle: Chronicle,
  { project: name }: DemoCounterparty,
  kind: DepartmentKind,
  topic?: string,
): Lines {
  const project = chronicle.company.projects.find((one) => one.name === name) ?? null;
  const note = inventNote(chronicle.random, kind);
  return [
    filledIn({ appeal: { project } }),
    ...(topic ? [filledIn({ appeal: { topic } })] : []),
    ...(note ? [filledIn({ appeal: { note } })] : []),
    { type: 'manager.describedAppeal' },
  ];
}

/** IN-8: the call is about an appeal that is open already. */
export function openAppeal(chronicle: Chronicle, appeal: AppealRow): Lines {
  const project = chronicle.company.projects.find(({ id }) => id === appeal.projectId) ?? null;
  const { id, counterpartyId, topic } = appeal;
  const known: KnownAppeal = { id, counterpartyId, topic, project };
  return [{ type: 'manager.choseAppeal', appeal: known }, { type: 'manager.describedAppeal' }];
}

export const filledIn = (
  patch: Extract<ScriptEvent, { type: 'manager.filledIn' }>['patch'],
): ScriptEvent => ({ type: 'manager.filledIn', patch });
