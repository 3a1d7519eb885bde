/** For whom an act is handed over, and the code that stands in it. */
export type HandedName = { name: string; code: string };

/** Held by this tab alone and until it is closed or loaded anew: nothing of it is kept anywhere. */
const names = new Map<string, HandedName>();

export const keepHandedName = (erasureId: string, handed: HandedName) => void names.set(erasureId, handed);
export const handedNameOf = (erasureId: string): HandedName | null => names.get(erasureId) ?? null;
