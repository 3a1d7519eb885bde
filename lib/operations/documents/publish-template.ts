import { insertDocumentTemplate } from '@/db/documents';
import type { DocumentKind } from '@/lib/domain/documents/document';
import { mayPublishTemplates } from '@/lib/domain/documents/document-rights';
import { type TemplateText, templateProblems } from '@/lib/domain/documents/template';
import { forbidden, invalid, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { currentTemplate } from './current-template';

type Input = TemplateText & { kind: DocumentKind; basedOn: number; note: string };

/**
 * Publishes the text of a document as a new version with author and date; what was made before keeps its own words.
 * @throws Refusal `forbidden`; `invalid` at `title` or `text`, or at `text` when nothing differs; `conflict` when another
 * version was published since `basedOn`
 */
export async function publishTemplate(context: Context, input: Input): Promise<{ version: number }> {
  const person = signedIn(context);
  if (!mayPublishTemplates(person)) throw forbidden();
  const { kind } = input;
  const title = input.title.trim();
  const text = input.text.replaceAll('\r\n', '\n').trim();
  const problems = Object.entries(templateProblems(kind, { title, text })).map(([field, problem]) => [
    field,
    problem === 'required' || problem === 'tooLong' ? problem : `documents.errors.${problem}`,
  ]);
  if (problems.length > 0) throw invalid(Object.fromEntries(problems));
  return context.tx(async (tx) => {
    const inForce = await currentTemplate(tx, kind);
    if (inForce.version !== input.basedOn) throw publishedMeanwhile();
    if (inForce.title === title && inForce.text === text)
      throw invalid({ text: 'documents.errors.unchanged' });
    const version = inForce.version + 1;
    const isNew = await insertDocumentTemplate(tx, {
      ...{ kind, version, title, text, note: input.note },
      publishedBy: person.id,
      publishedAt: context.now(),
    });
    if (!isNew) throw publishedMeanwhile();
    tell(tx, { noun: 'documentTemplate', nounId: kind });
    return { version };
  });
}

const publishedMeanwhile = () => new Refusal('conflict', 'another version was published meanwhile');
