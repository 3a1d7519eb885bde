'use client';

import { later } from '@/components/ui/later';

/** What the rows of the call bar ask before they do something, fetched with no row in sight. */
export const LaterDeclineQuestion = later(() =>
  import('./decline-question').then(({ DeclineQuestion }) => DeclineQuestion),
);
export const LaterConsultChoice = later(() =>
  import('./control/consult-choice').then(({ ConsultChoice }) => ConsultChoice),
);
export const LaterHelpWords = later(() =>
  import('@/components/supervision/help-words').then(({ HelpWords }) => HelpWords),
);
