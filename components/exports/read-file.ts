const tellEveryMs = 250;

/** Reads an answer to its end, telling now and then how many bytes of it are here. */
export async function readFile(response: Response, onRead: (bytes: number) => void): Promise<Blob> {
  if (!response.body) return response.blob();
  const parts: BlobPart[] = [];
  let bytes = 0;
  let toldAt = Date.now();
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.byteLength;
    if (Date.now() - toldAt < tellEveryMs) continue;
    toldAt = Date.now();
    onRead(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}
