import type { Call } from './call.ts';

export type Waiting = { call: Call; enteredAt: number; leave: (result: string) => void };

export type Queue = { sid: string; name: string; maxSize: number; waiting: Waiting[] };
