import type { Save, SaveStore } from './save';

const database = 'callboard';
const table = 'saves';
const byPerson = 'person';
const nameOfPage = (pageId: string) => `callboard.page.${pageId}`;

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(table, { keyPath: 'id' }).createIndex(byPerson, 'personId');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Committed at once: a page that dies right after a keystroke has kept it. */
async function write(change: (rows: IDBObjectStore) => void): Promise<void> {
  const db = await open();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(table, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(table));
    transaction.commit();
  });
}

async function savesOf(personId: string): Promise<Save[]> {
  const db = await open();
  return new Promise((resolve, reject) => {
    const request = db.transaction(table).objectStore(table).index(byPerson).getAll(personId);
    request.onsuccess = () => resolve(request.result as Save[]);
    request.onerror = () => reject(request.error);
  });
}

const alive = new Map<string, Promise<void>>();

/** A page is there as long as it holds the lock of its name; the browser takes it when the page is gone, however it went. */
function beThere(pageId: string): Promise<void> {
  const there =
    alive.get(pageId) ??
    new Promise<void>((resolve) => {
      void navigator.locks.request(nameOfPage(pageId), () => {
        resolve();
        return new Promise<never>(() => {});
      });
    });
  alive.set(pageId, there);
  return there;
}

/** The saves of this browser, shared by its pages: each sends its own, and whoever comes next those of a page that is gone. */
export const browserSaveStore: SaveStore = {
  put: (save) => write((rows) => rows.put(save)),
  remove: (id) => write((rows) => rows.delete(id)),
  takeOver: async (personId, pageId) => {
    await beThere(pageId);
    return navigator.locks.request('callboard.saves', async () => {
      const { held = [] } = await navigator.locks.query();
      const pages = new Set(held.map(({ name }) => name));
      const left = (await savesOf(personId)).filter((save) => !pages.has(nameOfPage(save.pageId)));
      const taken = left.map((save) => ({ ...save, pageId }));
      await write((rows) => {
        for (const save of taken) rows.put(save);
      });
      return taken;
    });
  },
};
