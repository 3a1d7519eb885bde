import { requiredSteps } from './step';
import type { FolderFacts } from './step-rules';

export const folderStates = ['incoming', 'inWork', 'ready', 'onTheWay', 'done'] as const;
/**
 * `incoming`: handed over, nobody took it; `ready`: the parcel waits for the courier; `onTheWay`: until the delivery is
 * confirmed (ON-5).
 */
export type FolderState = (typeof folderStates)[number];

export type FolderProgress = Pick<
  FolderFacts,
  'hasBook' | 'hasParts' | 'isTaken' | 'signed' | 'hasOpenDeviation'
> & {
  isCollected: boolean;
  isDelivered: boolean;
};

type Checked = Pick<FolderProgress, 'hasBook' | 'hasParts' | 'signed' | 'hasOpenDeviation'>;

/** ON-0: a step that is asked for is not signed yet. */
export const hasStepsLeft = (checked: Omit<Checked, 'hasOpenDeviation'>) =>
  requiredSteps(checked).some((step) => !checked.signed.has(step));

/** ON-3: a folder with a deviation that is not settled is not complete, whatever was signed. */
export const isComplete = (checked: Checked) => !checked.hasOpenDeviation && !hasStepsLeft(checked);

/** Where a folder stands, from what happened to it. */
export function folderStateOf(progress: FolderProgress): FolderState {
  if (!progress.isTaken) return 'incoming';
  if (progress.hasParts && progress.isCollected && !progress.isDelivered) return 'onTheWay';
  if (!isComplete(progress)) return 'inWork';
  if (!progress.hasParts || progress.isDelivered) return 'done';
  return 'ready';
}

export const waits = [
  'takeOver',
  'settleDeviation',
  'giveSignatures',
  'confirmKey',
  'signSteps',
  'collectParcel',
  'confirmDelivery',
] as const;
/** What a folder waits for. */
export type Wait = (typeof waits)[number];

/** By what of it the board is narrowed: whoever goes through a checklist finds it by the state. */
export const askedWaits = [
  'takeOver',
  'settleDeviation',
  'confirmKey',
  'collectParcel',
  'confirmDelivery',
] as const satisfies Wait[];
export type AskedWait = (typeof askedWaits)[number];

/** Everything a folder waits for now, the most pressing first. */
export function waitsOf(facts: FolderFacts & Pick<FolderProgress, 'isCollected' | 'isDelivered'>): Wait[] {
  const state = folderStateOf(facts);
  const waiting: Wait[] = [];
  if (facts.hasOpenDeviation) waiting.push('settleDeviation');
  if (facts.lacksSignatures && state !== 'done') waiting.push('giveSignatures');
  if (state === 'incoming') waiting.push('takeOver');
  if (state !== 'incoming' && facts.hasParts && !facts.isKeyConfirmed) waiting.push('confirmKey');
  if (state === 'inWork' && hasStepsLeft(facts)) waiting.push('signSteps');
  if (state === 'ready') waiting.push('collectParcel');
  if (state === 'onTheWay') waiting.push('confirmDelivery');
  return waiting;
}
