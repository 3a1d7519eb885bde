import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { Handbook } from '@/components/call-scripts/printed/handbook';
import { newestCallScript } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { routesOfScript } from '@/lib/domain/call-scripts/routes-of-script';
import { getCallScript } from '@/lib/operations/call-scripts/get-call-script';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('callScriptPage.handbook.title') };
}

export default async function HandbookPage({ params }: { params: Promise<{ scriptId: string }> }) {
  const { context } = await signedInPage();
  const { scriptId } = await params;
  const page = await readOrNotFound(getCallScript(context, { scriptId }));
  const script = newestCallScript(scriptId)!;
  return <Handbook page={page} graph={graphOf(script)} routes={routesOfScript(script)} />;
}
