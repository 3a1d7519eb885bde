import type { ReactionType } from '@/lib/domain/reactions/reaction';

/** What a timeline may be narrowed to. */
export const timelineShows = [
  'all',
  'calls',
  'appeals',
  'reactions',
  'complaints',
  'mail',
  'documents',
  'folders',
  'rounds',
  'purchases',
  'changes',
] as const;
export type TimelineShow = (typeof timelineShows)[number];

/** In the order in which they stand when they happened in the same millisecond. */
export const timelineKinds = [
  'appealClosed',
  'nextReactionClosed',
  'reaction',
  'appealOpened',
  'call',
  'file',
  'purchase',
  'change',
  'complaintClosed',
  'round',
  'folder',
  'document',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const shown: Record<TimelineShow, readonly TimelineKind[]> = {
  all: timelineKinds,
  calls: ['call'],
  appeals: ['appealOpened', 'appealClosed'],
  reactions: ['reaction', 'nextReactionClosed'],
  complaints: ['reaction', 'complaintClosed'],
  mail: ['reaction'],
  documents: ['file', 'document'],
  folders: ['folder'],
  rounds: ['round'],
  purchases: ['purchase'],
  changes: ['change'],
};

/** What belongs to no appeal. */
const outsideAppeals: readonly TimelineKind[] = [
  ...(['call', 'file', 'purchase', 'change', 'complaintClosed', 'round', 'folder', 'document'] as const),
];

/** `isOutsideAppeals`: of these only what belongs to no appeal. */
export const kindsOf = (show: TimelineShow, isOutsideAppeals: boolean): readonly TimelineKind[] =>
  shown[show].filter((kind) => !isOutsideAppeals || outsideAppeals.includes(kind));

/** Undefined for all of them. */
export const reactionTypesOf = (show: TimelineShow): readonly ReactionType[] | undefined => {
  if (show === 'complaints') return ['complaint'];
  return show === 'mail' ? ['letterIn', 'letterOut'] : undefined;
};
