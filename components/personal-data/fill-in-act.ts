import type { HandedName } from './handed-names';

/** The act with the name and the code in their places, where this tab still knows them. */
export async function fillInAct(act: Blob, handed: HandedName | null): Promise<Blob> {
  if (!handed) return act;
  const page = new DOMParser().parseFromString(await act.text(), 'text/html');
  for (const [mark, text] of [
    ['data-subject', handed.name],
    ['data-code', handed.code],
  ] as const) {
    const place = page.querySelector(`[${mark}]`);
    if (place) place.textContent = text;
  }
  return new Blob([`<!doctype html>\n${page.documentElement.outerHTML}`], { type: 'text/html' });
}
