import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SearchParams } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ComparisonScreen } from '@/components/call-scripts/comparison/comparison-screen';
import { callScripts } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { compareSentences, sentencesOf } from '@/lib/domain/call-scripts/sentences';

type Props = { params: Promise<{ scriptId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('callScriptPage.comparison.title') };
}

export default async function ComparisonPage({ params, searchParams }: Props) {
  await signedInPage();
  const { scriptId } = await params;
  const kept = callScripts
    .filter(({ id }) => id === scriptId)
    .sort((one, other) => other.version - one.version);
  const [newest, former = newest] = kept;
  if (!newest || !former) notFound();
  const given = await searchParams;
  const asked = (name: 'before' | 'after') => kept.find(({ version }) => String(version) === given[name]);
  const before = asked('before') ?? former;
  const after = asked('after') ?? newest;
  const sentences = sentencesOf(graphOf(after));
  return (
    <ComparisonScreen
      scriptId={scriptId}
      versions={kept.map(({ version }) => version)}
      before={before.version}
      after={after.version}
      comparison={compareSentences(sentencesOf(graphOf(before)), sentences)}
      sentences={sentences}
    />
  );
}
