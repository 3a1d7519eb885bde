import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { officeTimeZone, requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { ErasureForm } from '@/components/personal-data/erasure-form';
import { ErasureList } from '@/components/personal-data/erasure-list';
import { FindSubject } from '@/components/personal-data/find-subject';
import { HeldPanel } from '@/components/personal-data/held-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { mayHandlePersonalData } from '@/lib/domain/employees/permissions';
import { subjectKinds } from '@/lib/domain/personal-data/subject';
import { listErasures } from '@/lib/operations/personal-data/list-erasures';
import { previewErasure } from '@/lib/operations/personal-data/preview-erasure';

export default async function PersonalDataPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayHandlePersonalData(person)) notFound();
  const address = await searchParams;
  const { t } = await requestLanguage();
  const id = textOf(address.id);
  const kind = oneOf(address.kind, subjectKinds, 'card');
  const preview = id ? await readOrNotFound(previewErasure(context, { kind, id })) : null;
  if (preview) {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: officeTimeZone() }).format(context.now());
    return (
      <>
        <RefreshOnNews nouns={['erasure', 'call']} />
        <PageHeader
          up={<TextLink href="/settings/personal-data">{t('personalData.title')}</TextLink>}
          title={preview.subject.name}
          meta={
            <span className="text-soft">
              {preview.subject.cardName === null
                ? t(`personalData.subjects.${preview.subject.kind}`)
                : t('personalData.subjects.contactOf', { card: preview.subject.cardName })}
            </span>
          }
        />
        <div className="flex max-w-3xl flex-col gap-4">
          <HeldPanel preview={preview} />
          {preview.runningErasureId ? null : <ErasureForm preview={preview} today={today} />}
        </div>
      </>
    );
  }
  return (
    <>
      <RefreshOnNews nouns={['erasure']} />
      <PageHeader title={t('personalData.title')} />
      <div className="flex flex-col gap-4">
        <Panel>
          <p className="pb-4 text-soft">{t('personalData.hint')}</p>
          <FindSubject />
        </Panel>
        <ErasureList page={await listErasures(context, { after: textOf(address.after), limit: 20 })} />
      </div>
    </>
  );
}
