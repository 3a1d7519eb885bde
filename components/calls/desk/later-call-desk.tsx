'use client';

import { later } from '@/components/ui/later';

/** The desk during a call; a console that waits for one fetches it meanwhile. */
export const LaterCallDesk = later(() => import('./call-desk').then(({ CallDesk }) => CallDesk));
