import { z } from 'zod';

/** Of settings as they were read: whoever changes them sends it back. 0 for those never changed. */
export const settingVersion = z.number().int('invalid').min(0, 'tooSmall');

/** What is sent to change settings, with the version that was read. */
export type Versioned<Value> = Value & { version: number };
