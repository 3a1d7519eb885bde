import { z } from 'zod';

/** An instant in an address: epoch ms. */
export const moment = z.coerce.number().int('invalid').min(0, 'invalid').max(8_640_000_000_000, 'invalid');
