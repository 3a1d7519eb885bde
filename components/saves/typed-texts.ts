/** Names of what nobody typed: references, versions, choices of a list kept by their code. */
const notTyped = /Id$|^(version|step|status|priceType|kind|chosen)$/;

/** What a person typed in a save, in the order of its fields, for reading and copying. */
export function typedTexts(body: unknown): string[] {
  const patch = (body as { event?: { patch?: unknown } } | null)?.event?.patch;
  return textsIn(patch ?? body);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (notTyped.test(name) ? [] : textsIn(part)));
}
