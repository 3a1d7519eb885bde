'use client';

import { later } from '@/components/ui/later';

export const LaterLetterDialog = later(() =>
  import('./letter-dialog').then(({ LetterDialog }) => LetterDialog),
);
