import type { CallScriptRun } from '@/db/call-scripts';
import type { AnswerMeta, StepMeta } from '@/lib/domain/call-scripts/call-script';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import type { DraftPatch } from '@/lib/domain/call-scripts/draft';
import { filledFields, type LoggedEvent, type Visit } from '@/lib/domain/call-scripts/visits';
import type { VisitEvent, VisitView } from '@/lib/domain/calls/review-view';
import type { Directory } from '@/lib/operations/reactions/directory';

/** A stay at a step as the review shows it; what cannot be named any more is shown by its event. */
export function describeVisit(run: CallScriptRun, visit: Visit, names: Directory): VisitView {
  const steps = stepsOf(run);
  const meta = steps[visit.step];
  /** The complaint exit stands on every step, so an answer that the step itself does not have is looked for in the others. */
  const answers = [meta, ...Object.values(steps)].flatMap((step) => step?.answers ?? []);
  const labelOf = (event: LoggedEvent['event']) =>
    answers.find((answer) => isAnswer(answer, event))?.label ?? null;
  const told = (logged: LoggedEvent): VisitEvent => ({
    at: logged.at,
    employee: names.employee(logged.employeeId),
    type: logged.event.type,
    label: labelOf(logged.event),
    about: aboutOf(logged.event),
  });
  return {
    step: visit.step,
    stage: meta?.stage ?? null,
    enteredAt: visit.enteredAt,
    leftAt: visit.leftAt,
    answer: visit.answer && told(visit.answer),
    told: visit.told.map(told),
    refused: visit.refused.map((logged) => ({
      ...told(logged),
      reason: logged.refused?.reason ?? '',
      missing: logged.refused?.missing ?? [],
      filled: logged.event.type === 'manager.filledIn' ? filledFields(logged.event.patch as DraftPatch) : [],
    })),
    filled: visit.filled,
  };
}

function stepsOf({ scriptId, machineVersion }: CallScriptRun): Record<string, StepMeta | undefined> {
  const states = callScriptOf({ id: scriptId, version: machineVersion })?.machine.states ?? {};
  return Object.fromEntries(
    Object.entries(states as Record<string, { meta?: StepMeta }>).map(([step, { meta }]) => [step, meta]),
  );
}

/** An answer is known by its event and by what it adds to it, such as the reason chosen. */
const isAnswer = ({ event }: AnswerMeta, told: LoggedEvent['event']) =>
  Object.entries(event).every(([key, value]) => told[key] === value);

function aboutOf(event: LoggedEvent['event']): VisitEvent['about'] {
  const { employee, counterparty, appeal, departmentKind, reason, to, words } = event as Partial<{
    employee: { name: string };
    counterparty: { name: string } | null;
    appeal: { topic: string } | null;
    departmentKind: string;
    reason: string;
    to: string;
    words: string;
  }>;
  if (employee) return { kind: 'employee', value: employee.name };
  if (counterparty) return { kind: 'card', value: counterparty.name };
  if (appeal) return { kind: 'appeal', value: appeal.topic };
  if (departmentKind) return { kind: 'department', value: departmentKind };
  if (event.type === 'manager.wentBack' && to) return { kind: 'step', value: to };
  if (event.type === 'handOver.failed' && reason) return { kind: 'failure', value: reason };
  if (event.type === 'caller.hadNoBusiness' && reason) return { kind: 'endReason', value: reason };
  const said = words ?? reason;
  return said ? { kind: 'words', value: said } : null;
}
