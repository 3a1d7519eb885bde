import { trailOf } from './call-script';
import { callScriptOf, factsOfWording, type ScriptRef } from './catalog';
import type { AskedEmployee, Conversation } from './conversation';
import type { KnownAppeal, KnownCard } from './draft';
import type { ScriptEffect } from './effects';
import { type LineEvent, type ReportedEvent, scriptEvent } from './events';
import { answer, begin, type KeptSnapshot, type Refused } from './run';
import type { StepView } from './step-view';

/** A conversation with an imagined caller: the real chart on imagined cards and people, and nothing is written. */
export type DryRun = {
  ref: ScriptRef;
  kept: KeptSnapshot;
  step: StepView;
  conversation: Conversation;
  /** What was told so far, with what each event would order. */
  path: { event: ReportedEvent | LineEvent; step: string; nextStep: string; effects: ScriptEffect[] }[];
  trail: string[];
  refused: Refused | null;
};

const employee = (
  employeeId: string,
  name: string,
  departmentKind: AskedEmployee['departmentKind'],
  present = true,
): AskedEmployee => ({ employeeId, name, departmentKind, present });

const card = (
  id: string,
  status: KnownCard['status'],
  name: string,
  known: Partial<KnownCard>,
): KnownCard => ({
  id,
  status,
  name,
  category: 'Клиент',
  city: '',
  contactPerson: '',
  phone: '',
  phoneExtension: '',
  ...known,
});

/** Whom and what the imagined caller may name. */
export const imagined = {
  employees: [
    employee('sales-present', 'Котов Илья', 'sales'),
    employee('sales-away', 'Белова Дарья', 'sales', false),
    employee('support-present', 'Лис Роман', 'support'),
    employee('support-away', 'Журавлёв Олег', 'support', false),
    employee('client-present', 'Орлова Нина', 'client'),
  ],
  counterparties: [
    card('client', 'client', 'ООО «Ромашка»', {
      city: 'Кемерово',
      contactPerson: 'Иванов Пётр Сергеевич',
      phone: '8 (3842) 12-34-56',
    }),
    card('dealer', 'dealer', 'ООО «Сибирский дилер»', {
      city: 'Новосибирск',
      contactPerson: '—',
      phone: '8 (383) 765-43-21',
    }),
    card('prospect', 'prospect', 'ИП Петров', {}),
  ],
  appeals: [
    { id: 'open', counterpartyId: 'client', topic: 'не печатает отчёт', project: null },
  ] satisfies KnownAppeal[],
  subject: {
    id: 'folder',
    productName: 'ArchiMed+',
    hasParcel: true,
    email: '',
    deliveryOn: '',
    today: '',
  },
} as const;

/** @throws Error when the catalog has no such script */
export function startDryRun(ref: ScriptRef, managerName: string): DryRun {
  const script = callScriptOf(ref);
  const isAboutSubject = script && factsOfWording(script).includes('productName');
  const { snapshot, step, conversation } = begin(ref, {
    managerName,
    callerPhone: null,
    ...(isAboutSubject && { subject: imagined.subject }),
  });
  return { ref, kept: snapshot, step, conversation, path: [], trail: [step.name], refused: null };
}

/** The next state of the dry run; a refused event leaves it where it is and says why. */
export function tellDryRun(run: DryRun, event: ReportedEvent | LineEvent): DryRun {
  const told = answer(run.ref, run.kept, isLineEvent(event) ? event : scriptEvent(event, lookUp(event, run)));
  if (!told.ok) return { ...run, refused: told };
  const { snapshot, step, conversation, effects } = told;
  const path = [...run.path, { event, step: run.step.name, nextStep: step.name, effects }];
  return {
    ...run,
    kept: snapshot,
    step,
    conversation,
    path,
    trail: trailOf(run.path[0]?.step ?? run.step.name, path),
    refused: null,
  };
}

function lookUp(event: ReportedEvent, { trail }: DryRun) {
  switch (event.type) {
    case 'caller.namedEmployee':
      return { employee: imagined.employees.find(({ employeeId }) => employeeId === event.employeeId) };
    case 'manager.choseCounterparty':
      return { counterparty: imagined.counterparties.find(({ id }) => id === event.counterpartyId) ?? null };
    case 'manager.choseAppeal':
      return { appeal: imagined.appeals.find(({ id }) => id === event.appealId) ?? null };
    case 'manager.filledIn':
      return { project: event.patch.appeal?.project ?? null };
    default:
      return { trail };
  }
}

const lineEvents = [
  'caller.hungUp',
  'handOver.answered',
  'handOver.failed',
  'call.returnedToManager',
  'manager.tookOver',
  'manager.discarded',
] as const satisfies readonly LineEvent['type'][];

function isLineEvent(event: ReportedEvent | LineEvent): event is LineEvent {
  return (lineEvents as readonly string[]).includes(event.type);
}
