import type { Db } from '@/db/store';
import { type DocumentKind, documentKinds } from '@/lib/domain/documents/document';
import { mayPublishTemplates } from '@/lib/domain/documents/document-rights';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { currentTemplate, readTemplates, type TemplateInForce } from './current-template';

type Answer = { rows: TemplateVersionView[]; mayPublish: boolean };

/** The texts documents are made from, each in its version in force. */
export async function listTemplates(context: Context): Promise<Answer> {
  const person = signedIn(context);
  const { read: db } = context;
  const inForce: TemplateInForce[] = [];
  for (const kind of documentKinds) inForce.push(await currentTemplate(db, kind));
  return { rows: await described(db, inForce), mayPublish: mayPublishTemplates(person) };
}

/** Every version of one of them, the latest first. */
export async function listTemplateVersions(
  context: Context,
  { kind }: { kind: DocumentKind },
): Promise<Answer> {
  const person = signedIn(context);
  const rows = await readTemplates(context.read, kind);
  return { rows: await described(context.read, rows), mayPublish: mayPublishTemplates(person) };
}

async function described(db: Db, rows: readonly TemplateInForce[]): Promise<TemplateVersionView[]> {
  const names = await shortNames(
    db,
    rows.map(({ publishedBy }) => publishedBy),
  );
  return rows.map(({ publishedBy, ...row }) => ({
    ...row,
    publishedBy: publishedBy === null ? null : { id: publishedBy, name: names.get(publishedBy) ?? '' },
  }));
}
