import type { HeldKind } from './held-kind';
import type { Subject, SubjectIds } from './subject';

/** What a job that is killed goes on with. */
export type ErasureWork = {
  subject: Subject;
  /** The tables with rows of the subject. */
  touched: string[];
  /** The ids gone over before, whose rows are not counted again; none the first time. */
  counted?: SubjectIds;
  /** What stands in the log already. */
  recorded?: Partial<Record<HeldKind, number>>;
};

/** A form in which a file that is searched for the person does not hold what they are known by. */
export function encodeWork(work: ErasureWork): string {
  const bytes = new TextEncoder().encode(JSON.stringify(work));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws Error when it is none of `encodeWork`'s */
export function decodeWork(text: string): ErasureWork {
  const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ErasureWork;
}
