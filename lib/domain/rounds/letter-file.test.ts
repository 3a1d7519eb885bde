import { expect, test } from 'vitest';
import { readFileType } from '@/lib/domain/attachments/file-type';
import { isLetterFile, letterExtensions } from './letter-file';

test('a letter is a document or a picture, by the end of its name', () => {
  for (const name of ['Письмо.PDF', 'письмо.от.клиента.docx', 'IMG_0012.heic', 'скан.tif']) {
    expect(isLetterFile(name), name).toBe(true);
  }
  for (const name of ['x.svg', 'a.html', 'письмо.txt', 'письмо.pdf.zip', 'pdf', 'письмо']) {
    expect(isLetterFile(name), name).toBe(false);
  }
});

test('what stands behind a name that a letter may have is looked at', () => {
  const page = new TextEncoder().encode('<html><script>');
  for (const extension of letterExtensions) {
    expect(readFileType(`письмо.${extension}`, page), extension).toBe('otherType');
  }
});
