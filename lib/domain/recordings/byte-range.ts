import type { ByteRange } from './recording';

/**
 * The part of a file of `length` bytes that a Range header asks for (RFC 9110, 14.2). Null: the whole file, also for a
 * header that is not understood or asks for several parts. `unsatisfiable`: it begins behind the end.
 */
export function readByteRange(header: string | null, length: number): ByteRange | null | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const suffix = Number(last);
    if (suffix === 0 || length === 0) return 'unsatisfiable';
    return { start: Math.max(0, length - suffix), end: length - 1 };
  }
  const start = Number(first);
  const end = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= length ? 'unsatisfiable' : { start, end };
}
