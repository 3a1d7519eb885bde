import type { Save, SaveStore } from './save';

/** What a browser keeps, shared by the pages of a test. */
export class SavesInMemory implements SaveStore {
  rows = new Map<string, Save>();
  isFull = false;
  #pages = new Set<string>();
  #count = 0;

  newPage(): string {
    this.#count += 1;
    const pageId = `page ${this.#count}`;
    this.#pages.add(pageId);
    return pageId;
  }

  pageIsGone(pageId: string): void {
    this.#pages.delete(pageId);
  }

  async put(save: Save): Promise<void> {
    if (this.isFull) throw new Error('the browser keeps nothing');
    this.rows.set(save.id, save);
  }

  async remove(id: string): Promise<void> {
    this.rows.delete(id);
  }

  async takeOver(personId: string, pageId: string): Promise<Save[]> {
    const left = [...this.rows.values()].filter(
      (save) => save.personId === personId && !this.#pages.has(save.pageId),
    );
    const taken = left.map((save) => ({ ...save, pageId }));
    for (const save of taken) this.rows.set(save.id, save);
    return taken;
  }
}
