import type { AnyStateMachine } from 'xstate';
import type { ReportedEvent, ScriptEvent } from './events';
import type { Fact } from './wording';

export const stages = ['greeting', 'purpose', 'caller', 'card', 'agreement', 'handOver', 'closing'] as const;
export type Stage = (typeof stages)[number];

/** What the screen needs to know of a step, besides `unfinished`, which the view adds when the caller is gone. */
export const stepTags = ['asking', 'filling', 'closing', 'handingOver', 'returned', 'ended'] as const;
export type StepTag = (typeof stepTags)[number];

export const fieldNames = [
  'employee',
  'specialist',
  'existingCard',
  'name',
  'city',
  'contactPerson',
  'phone',
  'openAppeal',
  'topic',
  'project',
  'appealNote',
  'complaintText',
  'complaintDepartment',
  'email',
  'deliveryOn',
  'callBackAt',
  'softwareWords',
  'supportWords',
  'companyWords',
] as const;
/** What a step asks for; `employee`, `specialist`, `existingCard` and `openAppeal` are pickers with an event of their own. */
export type FieldName = (typeof fieldNames)[number];

/**
 * An answer of a step. The number is its key and its place, fixed for the muscle memory; `label` is a message key;
 * `needs` names what the screen must add to the event.
 */
export type AnswerMeta = {
  number: number;
  label: string;
  event: { type: ReportedEvent['type'] } & Record<string, unknown>;
  needs?: 'employeeId';
};

export type StepMeta = {
  /** The key of the published words. */
  say: string;
  stage: Stage;
  /** `mandatory` is said word for word; `bySense` is a hint; `told` is for the manager alone. */
  kind: 'mandatory' | 'bySense' | 'told';
  fields: readonly FieldName[];
  answers: readonly AnswerMeta[];
  /** The rules the step is there for: codes of docs/rules.md. */
  rules?: readonly string[];
};

export const answer = (
  number: number,
  label: string,
  event: AnswerMeta['event'],
  needs?: AnswerMeta['needs'],
): AnswerMeta => (needs ? { number, label, event, needs } : { number, label, event });

/** What every call script exports with its chart. */
export type CallScript = {
  id: string;
  version: number;
  machine: AnyStateMachine;
  /** The steps a manager may go back to, in the order of the conversation. */
  steps: readonly string[];
  /** The first version of its words. */
  wording: Record<string, { ru: string; en: string }>;
  /** What its words may name, besides the manager. */
  facts?: readonly Fact[];
};

/** Going back: one guarded root transition per step, so that every script has it and none forgets a step. */
export const goingBackTo = <const Step extends string>(steps: readonly Step[]) =>
  steps.map((step) => ({
    guard: {
      type: 'mayGoBackTo' as const,
      params: ({ event }: { event: WentBack }) => ({ step, to: event.to, trail: event.trail }),
    },
    target: `.${step}` as const,
    actions: [
      {
        type: 'goBackTo' as const,
        params: ({ event }: { event: WentBack }) => ({ step, trail: event.trail }),
      },
    ],
  }));
type WentBack = Extract<ScriptEvent, { type: 'manager.wentBack' }>;

/**
 * The steps that led to the current one, oldest first, from the event log: a step back drops what came after it. The
 * current step is the last.
 */
export function trailOf(
  firstStep: string,
  log: readonly { event: { type: string }; nextStep: string }[],
): string[] {
  const trail = [firstStep];
  for (const { event, nextStep } of log) {
    if (nextStep === trail.at(-1)) continue;
    if (event.type === 'manager.wentBack') trail.length = trail.lastIndexOf(nextStep) + 1;
    else trail.push(nextStep);
  }
  return trail;
}
