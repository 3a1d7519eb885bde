'use client';

import { later } from '@/components/ui/later';

export const LaterCardEditDialog = later(() =>
  import('./card-edit-dialog').then(({ CardEditDialog }) => CardEditDialog),
);
