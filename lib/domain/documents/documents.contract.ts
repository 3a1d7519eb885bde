import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { recordId, text } from '@/lib/domain/text-field';
import { documentFormats, documentKinds } from './document';
import { templateLimits } from './template';

const ofFolder = z.object({ folderId: recordId });
const ofDocument = z.object({ documentId: recordId });
const ofKind = z.object({ kind: z.enum(documentKinds, 'notAChoice') });

const templateVersionSchema = z.object({
  kind: z.enum(documentKinds),
  version: z.number(),
  title: z.string(),
  text: z.string(),
  note: z.string(),
  /** Null: the text that came with the product. */
  publishedBy: personNameSchema.nullable(),
  publishedAt: z.number().nullable(),
});
export type TemplateVersionView = z.output<typeof templateVersionSchema>;

export const documentContracts = {
  make: contract({
    method: 'post',
    path: '/folders/{folderId}/documents',
    summary: 'Make a document of a folder from its template, with the next number of its kind',
    params: ofFolder,
    body: z.object({
      kind: z.enum(documentKinds, 'notAChoice'),
      /** The product of an act of hand-over. */
      projectId: recordId.nullable().default(null),
    }),
    response: z.object({ documentId: z.string(), number: z.number() }),
  }),
  download: contract({
    method: 'get',
    path: '/documents/{documentId}/file',
    summary: 'A document to print or to send, as PDF or DOCX',
    params: ofDocument,
    query: z.object({ format: z.enum(documentFormats).default('pdf') }),
    response: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
    mediaType: 'application/pdf',
  }),
  templates: contract({
    method: 'get',
    path: '/document-templates',
    summary: 'The texts documents are made from, each in its version in force',
    response: z.object({ rows: z.array(templateVersionSchema), mayPublish: z.boolean() }),
  }),
  versions: contract({
    method: 'get',
    path: '/document-templates/{kind}',
    summary: 'Every version of the text of one document, the latest first',
    params: ofKind,
    response: z.object({ rows: z.array(templateVersionSchema), mayPublish: z.boolean() }),
  }),
  publish: contract({
    method: 'post',
    path: '/document-templates/{kind}',
    summary: 'Publish the text of a document as a new version',
    params: ofKind,
    body: z.object({
      basedOn: z.number().int('invalid'),
      title: text(templateLimits.title),
      text: z.string().max(templateLimits.text, 'tooLong'),
      note: text(300).default(''),
    }),
    response: z.object({ version: z.number() }),
  }),
};
