'use client';

import { later } from './later';

/** The place of passing messages; one in the root of the signed-in pages. */
export const Toaster = later(() => import('./toasts').then(({ Toasts }) => Toasts));
