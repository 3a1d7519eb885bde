/** Whether a part of the page has not come: mostly since the console was put up anew and the page is of the build before. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ChunkLoadError';

const key = 'callboard:loaded-anew';
/** A part that is missing after that long is missing of another build. */
const againAfterMs = 600_000;

/** Whether the page may be loaded anew by itself: not again when that has just been tried, or cannot be remembered. */
export function mayLoadAnew(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  try {
    if (now - Number(storage.getItem(key)) < againAfterMs) return false;
    storage.setItem(key, String(now));
    return true;
  } catch {
    return false;
  }
}
