export const missedShows = ['open', 'settled'] as const;
