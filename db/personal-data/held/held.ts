import type { Tables } from '@/db/schema/tables';

export type TableName = keyof Tables;

/**
 * `value`: a person's own, in a row that is theirs. `words`: typed or told, so that anybody may be named in it. `staff`: of
 * our own people. `key`: an id, ours or the phone provider's. `plain`: tells nothing of a person.
 */
export type Held = 'value' | 'words' | 'staff' | 'key' | 'plain';

/** What every column of every table holds. */
export type HeldData = { [T in TableName]: Record<keyof Tables[T]['$inferSelect'], Held> };
