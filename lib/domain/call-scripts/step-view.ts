import type { SnapshotFrom } from 'xstate';
import {
  type AnswerMeta,
  type FieldName,
  type Stage,
  type StepMeta,
  type StepTag,
  stages,
} from './call-script';
import { currentSatisfactionRound } from './catalog';
import type { Conversation } from './conversation';
import type { ScriptEvent } from './events';
import type { inboundCall } from './inbound-call.script';
import { requirementListsIn } from './requirement-lists-in';
import { type Requirement, unmetRequirements } from './requirements';
import { routeOf, targetOf } from './route';

type Snapshot = SnapshotFrom<typeof inboundCall.machine>;

/** An answer as the screen shows it: a disabled one says what is missing. */
export type AnswerView = AnswerMeta & { possible: boolean; missing: Requirement[] };

/** A stage shows the number of required things left, not a share of steps: with branches a count lies. */
export type StageView = { stage: Stage; state: 'done' | 'current' | 'ahead'; missing: Requirement[] };

export type StepView = {
  /** The state of the chart; also the key of its title and, when it ended, of the ending. */
  name: string;
  /** Null at an ending. */
  say: string | null;
  kind: StepMeta['kind'];
  stage: Stage | null;
  tags: (StepTag | 'unfinished')[];
  fields: readonly FieldName[];
  answers: AnswerView[];
  stages: StageView[];
  /** Everything the route still needs before the goodbye. */
  missing: Requirement[];
  route: ReturnType<typeof routeOf>;
  target: ReturnType<typeof targetOf>;
  callerLeft: boolean;
  recordsWritten: boolean;
  ended: boolean;
};

/** The step a conversation stands at, with the answers it takes. Without the caller nothing is mandatory to say. */
export function viewOf(snapshot: Snapshot): StepView {
  const { context } = snapshot;
  const meta = metaOf(snapshot);
  const ended = snapshot.status === 'done';
  const tags: StepView['tags'] = [...(snapshot.tags as Set<StepTag>)];
  if (context.callerLeft && !ended) tags.push('unfinished');
  return {
    name: String(snapshot.value),
    say: meta?.say ?? null,
    kind: context.callerLeft && meta?.kind === 'mandatory' ? 'told' : (meta?.kind ?? 'told'),
    stage: meta?.stage ?? null,
    tags,
    fields: (meta?.fields ?? []).filter((field) => isAsked(field, context)),
    answers: answersOf(snapshot),
    stages: stagesOf(snapshot),
    missing: unmetRequirements('route', context),
    route: routeOf(context),
    target: targetOf(context),
    callerLeft: context.callerLeft,
    recordsWritten: context.recordsWrittenAs !== null,
    ended,
  };
}

/** SA-1: when to call back is asked of who asked for it alone, on a step that others come to as well. */
const isAsked = (field: FieldName, { purpose }: Conversation) =>
  field !== 'callBackAt' || purpose === 'roundPostponed';

/** The answers of the current step in their fixed order, each with what it still needs. */
function answersOf(snapshot: Snapshot): AnswerView[] {
  if (snapshot.status !== 'active') return [];
  return (metaOf(snapshot)?.answers ?? []).map((answer) => {
    const missing = missingFor(answer.event as ScriptEvent, snapshot);
    const possible = answer.needs ? missing.length === 0 : snapshot.can(answer.event as ScriptEvent);
    return { ...answer, possible, missing };
  });
}

/** The requirements that keep the current step from answering this event; empty when something else does. */
export function missingFor(event: ScriptEvent, snapshot: Snapshot): Requirement[] {
  const state = snapshot.machine.states[String(snapshot.value) as keyof Snapshot['machine']['states']];
  const lists = (state?.transitions.get(event.type) ?? []).flatMap(({ guard }) => requirementListsIn(guard));
  return [...new Set(lists.flatMap((list) => unmetRequirements(list, snapshot.context)))];
}

function metaOf(snapshot: Snapshot): StepMeta | undefined {
  return Object.values(snapshot.getMeta())[0] as StepMeta | undefined;
}

const stageOfRequirement: Record<Requirement, Stage> = {
  purpose: 'greeting',
  employee: 'purpose',
  endReason: 'purpose',
  agreedDue: 'agreement',
  email: 'card',
  deliveryOn: 'agreement',
  signedDelivery: 'agreement',
  callBackAt: 'closing',
  satisfaction: 'purpose',
  complaintText: 'purpose',
  complaintDepartment: 'purpose',
  callerStatus: 'caller',
  existingCard: 'caller',
  clientCard: 'caller',
  name: 'card',
  city: 'card',
  contactPerson: 'card',
  phone: 'card',
  topic: 'card',
};

function stagesOf(snapshot: Snapshot): StageView[] {
  const { context } = snapshot;
  const current = metaOf(snapshot)?.stage ?? null;
  const missing = unmetRequirements('route', context);
  const { id } = snapshot.machine;
  const shown = stages.filter((stage) => stage === current || isOnRoute(stage, context, id));
  return shown.map((stage, at) => ({
    stage,
    state: stateOf(stage, at, shown.indexOf(current!), context),
    missing: missing.filter((requirement) => stageOfRequirement[requirement] === stage),
  }));

  function stateOf(stage: Stage, at: number, currentAt: number, { handedOverTo, afterReturn }: Conversation) {
    if (stage === current) return 'current';
    if (currentAt === -1) return 'done';
    const isStillToBeHandedOver = stage === 'handOver' && current === 'closing' && targetOf(context) !== null;
    if (isStillToBeHandedOver) return 'ahead';
    const goodbyeWasSaid = stage === 'closing' && handedOverTo !== null && afterReturn === null;
    return at < currentAt || goodbyeWasSaid ? 'done' : 'ahead';
  }
}

/** Calls we place that end with a day or a time to come back. */
const placedAgreements: ReadonlySet<string> = new Set(['agreed', 'welcomed', 'welcomedWithoutParcel']);

function isOnRoute(stage: Stage, context: Conversation, scriptId: string): boolean {
  const isRound = scriptId === currentSatisfactionRound.id;
  switch (stage) {
    case 'greeting':
    case 'purpose':
    case 'closing':
      return true;
    case 'caller':
      return context.purpose === 'support';
    case 'card':
      if (isRound) return routeOf(context) === 'complaint';
      return !['salesManager', 'employee', 'noBusiness', 'nothingAgreed'].includes(routeOf(context) ?? '');
    case 'agreement':
      return routeOf(context) === 'satisfied' || placedAgreements.has(routeOf(context) ?? '');
    case 'handOver':
      if (isRound) return false;
      return ![...placedAgreements, 'noBusiness', 'nothingAgreed'].includes(routeOf(context) ?? '');
  }
}
