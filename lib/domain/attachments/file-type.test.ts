import { describe, expect, test } from 'vitest';
import {
  attachmentNameLimit,
  dispositionOf,
  largestAttachmentBytes,
  plainFileName,
  unfitToKeep,
} from './attachment';
import { attachmentContracts } from './attachments.contract';
import { readFileType } from './file-type';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('an attachment', () => {
  test('is what its content says', () => {
    expect(readFileType('договор.pdf', bytes('%PDF-1.7'))).toMatchObject({ mediaType: 'application/pdf' });
    expect(readFileType('скан', bytes('%PDF-1.7'))).toMatchObject({ mediaType: 'application/pdf' });
    expect(readFileType('счёт.xlsx', bytes('PK\u0003\u0004'))).toMatchObject({
      mediaType: 'application/zip',
    });
    expect(readFileType('прайс.csv', bytes('a;b'))).toMatchObject({ mediaType: 'text/plain' });
  });

  test('that is a page of the web is only bytes, so that no browser shows it', () => {
    for (const name of ['страница.html', 'рисунок.svg', 'без имени']) {
      const type = readFileType(name, bytes('<html><script>'));
      expect(type, name).toMatchObject({ mediaType: 'application/octet-stream' });
    }
  });

  test('is no program, and nothing else than its name promises', () => {
    expect(readFileType('договор.pdf.exe', bytes('%PDF-'))).toBe('program');
    expect(readFileType('договор.pdf', bytes('MZ\u0090'))).toBe('program');
    expect(readFileType('счёт.pdf', bytes('PK\u0003\u0004'))).toBe('otherType');
    expect(readFileType('фото.png', bytes('просто текст'))).toBe('otherType');
  });

  test('is refused before it is read when it is empty, too large or has too long a name', () => {
    const name = `${'я'.repeat(attachmentNameLimit - 4)}.pdf`;
    expect(unfitToKeep({ name, size: 1 })).toBeNull();
    expect(unfitToKeep({ name, size: 0 })).toBe('empty');
    expect(unfitToKeep({ name, size: largestAttachmentBytes + 1 })).toBe('tooLarge');
    expect(unfitToKeep({ name: `я${name}`, size: 1 })).toBe('nameTooLong');
    const body = { name: `я${name}`, contentBase64: 'c3Bhc2libw==' };
    expect(attachmentContracts.add.body!.safeParse(body).error?.issues).toMatchObject([
      { path: ['name'], message: 'attachments.errors.nameTooLong' },
    ]);
  });

  test('has a name and never a path', () => {
    expect(plainFileName('C:\\Документы\\акт № 5.pdf')).toBe('акт № 5.pdf');
    expect(plainFileName('../../etc/passwd')).toBe('passwd');
    expect(plainFileName('..')).toBe('');
    expect(dispositionOf('акт "5".pdf')).toBe(
      `attachment; filename="___ _5_.pdf"; filename*=UTF-8''%D0%B0%D0%BA%D1%82%20%225%22.pdf`,
    );
  });
});
