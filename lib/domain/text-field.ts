import { z } from 'zod';

/** Text that may stay empty; errors are message keys. */
export const text = (max: number) => z.string().trim().max(max, 'tooLong');

/** Text that must be given. */
export const requiredText = (max: number) => text(max).min(1, 'required');

export const recordId = z.string().min(1, 'required').max(40, 'tooLong');

/** Epoch ms. */
export const instant = z.number().int('invalid').min(0, 'invalid').max(8_640_000_000_000, 'invalid');
