export type Encoding = 'utf-8' | 'windows-1251';

/** UTF-8 when the bytes are valid UTF-8, else Windows-1251, in which Russian office programs write. */
export function decodeFile(bytes: ArrayBuffer): { text: string; encoding: Encoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' };
  }
}
