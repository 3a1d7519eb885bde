export const liveShows = ['all', 'help'] as const;
