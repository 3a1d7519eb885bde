/** What reviewers choose from: calls with a step that lasted at least so many seconds. */
export const longStepChoices = [30, 60, 120, 300] as const;

export const scoredChoices = ['with', 'without'] as const;

export const journalShows = ['all', 'missed', 'unfinished'] as const;
