import { open, readdir } from 'node:fs/promises';
import path from 'node:path';

const chunkBytes = 1024 * 1024;

/** Which files below a folder hold one of the texts, in UTF-8 or UTF-16, read byte for byte. */
export async function searchFiles(
  folder: string,
  texts: readonly string[],
  { leaveOut = [] }: { leaveOut?: readonly string[] } = {},
): Promise<string[]> {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const inFolder = path.relative(folder, file);
    if (
      !entry.isFile() ||
      leaveOut.some((name) => inFolder === name || inFolder.startsWith(`${name}${path.sep}`))
    )
      continue;
    if (await holds(file, needles, longest)) found.push(inFolder);
  }
  return found;
}

async function holds(file: string, needles: readonly Buffer[], longest: number): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const buffer = Buffer.alloc(chunkBytes + longest);
    let kept = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, kept, chunkBytes, null);
      if (bytesRead === 0) return false;
      const part = buffer.subarray(0, kept + bytesRead);
      if (needles.some((needle) => part.includes(needle))) return true;
      kept = Math.min(longest, part.length);
      part.copy(buffer, 0, part.length - kept);
    }
  } finally {
    await handle.close();
  }
}

/** Overwrites the texts in a file that others go on appending to, byte for byte, so that every other byte keeps its place. */
export async function overwriteInFile(file: string, texts: readonly string[]): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const whole = await handle.readFile();
    for (const needle of texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])) {
      for (let at = whole.indexOf(needle); at !== -1; at = whole.indexOf(needle, at + needle.length)) {
        await handle.write(Buffer.alloc(needle.length, 'x'), 0, needle.length, at);
      }
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
