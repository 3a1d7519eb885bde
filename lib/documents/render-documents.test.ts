import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { PrintedDocument } from '@/lib/domain/documents/document';
import { renderDocx } from './render-docx';
import { renderPdf } from './render-pdf';

const act: PrintedDocument = {
  title: 'Акт приёма-передачи № 7',
  lines: [
    'г. Кемерово, 09.11.2026',
    '',
    'Компания MLS IT передала, а ООО «Ёлка & Щука» принял программный продукт «ArchiMed+».',
    'Договор: № 2026/118',
  ],
};

const pagesOf = async (bytes: Uint8Array) => {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
};

test('a PDF is read back letter for letter, each document from a page of its own', async () => {
  const pages = await pagesOf(await renderPdf([act, { title: 'Посылка', lines: ['Город: Щёлково'] }]));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('Акт приёма-передачи № 7');
  expect(pages[0]).toContain('ООО «Ёлка & Щука» принял программный продукт «ArchiMed+»');
  expect(pages[0]).toContain('Договор № 2026/118');
  expect(pages[1]).toContain('Щёлково');
});

test('a long document goes on on the next page and loses nothing', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `строка ${at}`);
  const pages = await pagesOf(await renderPdf([{ title: 'Длинный', lines }]));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join(' ')).toContain('строка 199');
});

test('a DOCX is read back letter for letter', async () => {
  const files = unzipSync(await renderDocx(act));
  const text = strFromU8(files['word/document.xml']!).replaceAll(/<[^>]*>/g, ' ');
  expect(text).toContain('Акт приёма-передачи № 7');
  expect(text).toContain('ООО «Ёлка &amp; Щука» принял программный продукт «ArchiMed+»');
  expect(text).toContain('№ 2026/118');
});
