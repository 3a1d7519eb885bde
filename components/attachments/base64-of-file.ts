/** The content of a file as the API takes it. @throws DOMException when the file cannot be read, or not any more */
export async function base64OfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const most = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += most) {
    binary += String.fromCharCode(...bytes.subarray(at, at + most));
  }
  return btoa(binary);
}
