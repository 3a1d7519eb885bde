export const nextReactionScopes = ['mine', 'department', 'all'] as const;
export const nextReactionGroups = ['overdue', 'today', 'later'] as const;
export type NextReactionGroup = (typeof nextReactionGroups)[number];

/** How the work list may be sorted: by its due time, or by when it was written. */
export const workOrders = ['soonest', 'latest', 'oldest', 'newest'] as const;
export type WorkOrder = (typeof workOrders)[number];

export const boardColumnings = ['due', 'person'] as const;
