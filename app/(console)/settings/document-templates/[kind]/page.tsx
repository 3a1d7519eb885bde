import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { TemplateScreen } from '@/components/documents/template-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { documentKinds } from '@/lib/domain/documents/document';
import { listTemplateVersions } from '@/lib/operations/documents/list-templates';

export default async function DocumentTemplatePage({ params }: { params: Promise<{ kind: string }> }) {
  const { context } = await signedInPage();
  const given = (await params).kind;
  const kind = documentKinds.find((one) => one === given);
  if (!kind) notFound();
  const { rows, mayPublish } = await listTemplateVersions(context, { kind });
  return (
    <>
      <RefreshOnNews nouns={['documentTemplate']} />
      <TemplateScreen key={kind} versions={rows} mayPublish={mayPublish} />
    </>
  );
}
