import type { Metadata } from 'next';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AppealScreen } from '@/components/appeals/appeal-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';

type Props = { params: Promise<{ appealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context } = await signedInPage();
  const { t } = await requestLanguage();
  const page = await readOrNotFound(getAppeal(context, await params));
  return { title: t('appeals.one', { number: String(page.appeal.number) }) };
}

export default async function AppealPage({ params }: Props) {
  const { person, context } = await signedInPage();
  const page = await readOrNotFound(getAppeal(context, await params));
  return (
    <>
      <RefreshOnNews nouns={['appeal', 'reaction', 'nextReaction', 'counterparty']} />
      <AppealScreen
        page={page}
        person={{ id: person.id, name: person.name, departmentKind: person.departmentKind }}
      />
    </>
  );
}
