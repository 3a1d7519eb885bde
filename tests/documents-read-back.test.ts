import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { insertRound } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { renderDocx } from '@/lib/documents/render-docx';
import { renderPdf } from '@/lib/documents/render-pdf';
import { type DocumentKind, documentKinds } from '@/lib/domain/documents/document';
import { downloadDocument } from '@/lib/operations/documents/download-document';
import { makeDocument } from '@/lib/operations/documents/make-document';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound } from './round-rows';

const inEach: Record<DocumentKind, string[]> = {
  titlePage: [
    'Титульный лист',
    'ООО «Ромашка»',
    '№ 2026/118',
    'Панин Павел',
    'Кемерово',
    '+7 (384) 258-12-34',
  ],
  handOverAct: [
    'Акт приёма-передачи программного обеспечения № 1',
    '01.11.2026',
    '«ArchiMed+» по договору № 2026/118',
    'ООО «Ромашка»',
    'Сидорова Анна',
    'Иванов Пётр',
  ],
  workAct: ['Акт выполненных работ № 1', 'договору № 2026/118, счёт № 77', 'ООО «Ромашка»', 'Иванов Пётр'],
  courierLabel: ['Посылка № 1', 'ООО «Ромашка»', 'Кемерово', 'Иванов Пётр', 'MLS IT, Сидорова Анна'],
  contactsLetter: ['Контакты вашего менеджера', 'Меня зовут Сидорова Анна', '«ArchiMed+»', '№ 2026/118'],
  recommendationRequest: [
    'Просьба о рекомендательном письме',
    'Исх. № 1',
    'ООО «Ромашка»',
    '«ArchiMed+»',
    '01.11.2026',
  ],
};

describe.each(dialects)('a document made of a folder on %s', (dialect) => {
  test.each(documentKinds)(
    '%s is read back letter for letter, printed and as a file to edit',
    async (kind) => {
      const world = createTestWorld(await openTestStore(dialect));
      const company = await hireTestCompany(world);
      const anna = world.as(company.as('anna'));
      const { counterpartyId, folderId } = await handOverTestClient(world, company, { hasServices: true });
      await takeOverFolder(anna, { folderId, seenManagerId: null });
      await world.store.tx((db) =>
        insertRound(db, { ...plannedRound(world.now()), counterpartyId, state: 'satisfied' }),
      );
      const projectId = kind === 'handOverAct' ? 'archimed' : null;
      const { documentId } = await makeDocument(anna, { folderId, kind, projectId });
      const printed = await downloadDocument(anna, { documentId, format: 'pdf' });
      expect(printed.fileName).toMatch(/\.pdf$/);
      const { document } = await downloadDocument(anna, { documentId, format: 'docx' });
      for (const read of [
        await textOfPdf(await renderPdf([document])),
        textOfDocx(await renderDocx(document)),
      ]) {
        for (const words of inEach[kind]) expect(read, words).toContain(words);
        expect(read).not.toMatch(/[{}\uFFFD]/);
      }
    },
  );
});

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return inOneLine(text);
}

const textOfDocx = (bytes: Uint8Array): string =>
  inOneLine(strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]*>/g, ' '));
