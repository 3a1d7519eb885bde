'use client';

import { later } from '@/components/ui/later';

/** The reaction card, which is much code and opened now and then. */
export const LaterReactionCard = later(() =>
  import('./reaction-card').then(({ ReactionCard }) => ReactionCard),
);
