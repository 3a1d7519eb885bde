/** What a file is by its content, whatever its name or its sender says. */
export type FileType = { mediaType: string; extensions: readonly string[] };

const type = (mediaType: string, ...extensions: string[]): FileType => ({ mediaType, extensions });

const unknownType = type('application/octet-stream');
const office = 'docx xlsx pptx odt ods odp zip kmz epub 1cd'.split(' ');
const signatures: { at?: number; bytes: readonly number[]; type: FileType }[] = [
  { bytes: ascii('%PDF-'), type: type('application/pdf', 'pdf') },
  { bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a], type: type('image/png', 'png') },
  { bytes: [0xff, 0xd8, 0xff], type: type('image/jpeg', 'jpg', 'jpeg', 'jpe') },
  { bytes: ascii('GIF8'), type: type('image/gif', 'gif') },
  { at: 8, bytes: ascii('WEBP'), type: type('image/webp', 'webp') },
  { bytes: [0x49, 0x49, 0x2a, 0x00], type: type('image/tiff', 'tif', 'tiff') },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], type: type('image/tiff', 'tif', 'tiff') },
  { bytes: ascii('PK\u0003\u0004'), type: type('application/zip', ...office) },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    type: type('application/x-ole-storage', 'doc', 'xls', 'ppt', 'msg'),
  },
  { bytes: ascii('{\\rtf'), type: type('application/rtf', 'rtf', 'doc') },
  { bytes: ascii('Rar!'), type: type('application/vnd.rar', 'rar') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], type: type('application/x-7z-compressed', '7z') },
  { at: 8, bytes: ascii('WAVE'), type: type('audio/wav', 'wav') },
  { bytes: ascii('ID3'), type: type('audio/mpeg', 'mp3') },
  { at: 4, bytes: ascii('ftyp'), type: type('video/mp4', 'mp4', 'm4a', 'mov', 'heic') },
];

/** Programs of Windows, Linux and macOS, and what a shell carries out. */
const programs: readonly (readonly number[])[] = [
  ascii('MZ'),
  [0x7f, ...ascii('ELF')],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  ascii('#!'),
];
const programExtensions = new Set(
  'exe dll com scr pif msi msp bat cmd ps1 vbs vbe js jse wsf wsh hta jar lnk reg cpl sh app apk iso'.split(
    ' ',
  ),
);

/** In lower case and without the dot; empty for a name that has none. */
export const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * `program`: what a double click would carry out is not kept. `otherType`: the name promises something else than the file is.
 */
export type FileProblem = 'program' | 'otherType';

/** What the file is, by its first bytes and its name; pages of the web are only bytes to us, so that none is ever shown. */
export function readFileType(name: string, bytes: Uint8Array): FileType | FileProblem {
  const extension = extensionOf(name);
  if (programExtensions.has(extension) || programs.some((program) => startsWith(bytes, program)))
    return 'program';
  const found = signatures.find(({ bytes: signature, at }) => startsWith(bytes, signature, at));
  const promised = signatures.some((one) => one.type.extensions.includes(extension));
  if (found) return promised && !found.type.extensions.includes(extension) ? 'otherType' : found.type;
  if (promised) return 'otherType';
  return isText(bytes) && ['txt', 'csv', 'log', 'md'].includes(extension)
    ? type('text/plain', extension)
    : unknownType;
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);

const isText = (bytes: Uint8Array) => !bytes.subarray(0, 4096).includes(0);
