type FormStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'callboard.form.';
const ownerKey = 'callboard.forms-of';

/**
 * What people type into forms, kept by its subject («card 01J…») until it is saved or discarded. Given the tab's session
 * storage, it outlives a closed dialog, another page and a reload, and ends with the tab.
 */
export class KeptForms {
  constructor(private readonly storage: FormStorage) {}

  /**
   * What was kept of the subject; null when nothing was, or when it is of another shape than `like`, left by an older
   * release.
   */
  read<Form>(subject: string, like: Form): Form | null {
    const text = this.storage.getItem(prefix + subject);
    if (text === null) return null;
    const kept = parsed(text);
    if (hasShapeOf(like, kept)) return kept as Form;
    this.forget(subject);
    return null;
  }

  /** A full or forbidden storage keeps nothing; typing goes on. */
  keep(subject: string, form: unknown): void {
    try {
      this.storage.setItem(prefix + subject, JSON.stringify(form));
    } catch {
      this.forget(subject);
    }
  }

  /** What was kept of the subject as it stands here, to be put back later. */
  textOf(subject: string): string | null {
    return this.storage.getItem(prefix + subject);
  }

  putBack(subject: string, text: string): void {
    this.storage.setItem(prefix + subject, text);
  }

  forget(subject: string): void {
    this.storage.removeItem(prefix + subject);
  }

  forgetAll(): void {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) this.storage.removeItem(key);
  }

  /** Whoever signs in to the same tab finds their own words only. */
  belongTo(employeeId: string): void {
    const owner = this.storage.getItem(ownerKey);
    if (owner !== null && owner !== employeeId) this.forgetAll();
    this.storage.setItem(ownerKey, employeeId);
  }
}

const nowhere: FormStorage = {
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
  key: () => null,
  length: 0,
};

/** The forms of this tab; on the server there are none. */
export const keptForms = new KeptForms(typeof window === 'undefined' ? nowhere : window.sessionStorage);

/** Whether two forms hold the same. */
export const isSameForm = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where `like` has a group of fields, `value` has the same ones; a choice may be made or taken back. */
function hasShapeOf(like: unknown, value: unknown): boolean {
  if (like === null || value === null) return value !== undefined;
  if (Array.isArray(like)) return Array.isArray(value);
  if (typeof like !== 'object' || typeof value !== 'object') return typeof value === typeof like;
  return Object.entries(like).every(([name, part]) =>
    hasShapeOf(part, (value as Record<string, unknown>)[name]),
  );
}
