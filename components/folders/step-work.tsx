'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { CallButton } from '@/components/calls/outgoing/call-button';
import { PhoneText } from '@/components/counterparties/phone-text';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextLink } from '@/components/ui/text-link';
import { currentWelcomeCall } from '@/lib/domain/call-scripts/catalog';
import { usualCourier } from '@/lib/domain/folders/courier';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import type { FolderStep } from '@/lib/domain/folders/step';
import { ContactsDialog } from './contacts-dialog';
import { CourierDialog } from './courier-dialog';
import { DeliveryDialog } from './delivery-dialog';
import { ReasonDialog } from './reason-dialog';
import { useFolderChange } from './use-folder-change';

/** What is done for a step before it is signed. */
export function StepWork({ folder, step }: { folder: FolderView; step: FolderStep }) {
  switch (step) {
    case 'signatures':
      return <SignaturesWork folder={folder} />;
    case 'courierCalled':
      return <CourierWork folder={folder} />;
    case 'clientCalled':
      return <WelcomeWork folder={folder} />;
    case 'contactsSent':
      return (
        <div>
          <ContactsDialog folder={folder} />
        </div>
      );
    case 'deliveryReaction':
      return (
        <div>
          <DeliveryDialog folder={folder} />
        </div>
      );
    default:
      return null;
  }
}

/** ON-2: what is missing is signed by the head, then stamped. */
function SignaturesWork({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.signatures');
  const format = useFormatter();
  const change = useFolderChange();
  const { signatures, may } = folder;
  const path = `/folders/${folder.id}/signatures`;
  if (signatures?.givenAt === null) {
    return (
      <div className="flex flex-col items-start gap-1.5">
        <p className="text-sm">{t('asked', { at: format.dateTime(signatures.askedAt, 'dateTime') })}</p>
        {signatures.missing ? (
          <p className="text-sm [overflow-wrap:anywhere]">{t('missing', { text: signatures.missing })}</p>
        ) : null}
        {may.giveSignatures ? (
          <Button
            size="small"
            busy={change.busy}
            onClick={() => void change.run({ path: `${path}/give`, done: t('given') })}
          >
            {t('give')}
          </Button>
        ) : null}
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-1.5">
      {signatures ? (
        <p className="text-sm">
          {t('givenBy', {
            name: signatures.givenBy?.name ?? '—',
            at: format.dateTime(signatures.givenAt, 'dateTime'),
          })}
        </p>
      ) : null}
      <ReasonDialog
        subject={`folder ${folder.id} signatures`}
        trigger={t('ask')}
        title={t('askTitle')}
        text={t('askText')}
        field={t('which')}
        confirm={t('askConfirm')}
        send={(text) => ({ path: `${path}/ask`, body: { text }, done: t('sent') })}
      />
    </div>
  );
}

/** ON-2: the courier's number is dialled by hand, after its office prefix. */
function CourierWork({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.courier');
  const words = useSumWords();
  const { courier } = folder;
  const { name, phone, prefix } = courier ?? usualCourier;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-sm">{prefix ? t('byHand', { name, prefix, phone }) : t('dial', { name, phone })}</p>
      {courier ? (
        <p className="text-soft text-sm">
          {t('ordered', { pickup: words.day(courier.pickupOn), days: courier.days })}
        </p>
      ) : null}
      <CourierDialog folder={folder} />
    </div>
  );
}

function WelcomeWork({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders');
  const format = useFormatter();
  const { welcome, titlePage, counterparty, may } = folder;
  if (welcome) {
    return (
      <div className="flex flex-col items-start gap-1.5">
        <p className="text-sm [overflow-wrap:anywhere]">
          {welcome.callId === null ? (
            t('welcome.notedAs', { at: format.dateTime(welcome.at, 'dateTime'), note: welcome.note ?? '—' })
          ) : (
            <TextLink href={`/calls/${welcome.callId}`}>{t('welcomed')}</TextLink>
          )}
        </p>
        {may.correctWelcome ? (
          <ReasonDialog
            key={folder.version}
            subject={`folder ${folder.id} welcome corrected`}
            trigger={t('welcome.correct')}
            title={t('welcome.correctTitle')}
            text={t('welcome.correctText')}
            field={t('welcome.field')}
            confirm={t('welcome.correctConfirm')}
            begin={welcome.note ?? ''}
            send={(text) => ({
              method: 'put',
              path: `/folders/${folder.id}/welcome`,
              body: { text, version: folder.version },
              done: t('welcome.corrected'),
            })}
          />
        ) : null}
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CallButton
        to={{
          phone: titlePage.phone.e164 ?? titlePage.phone.raw,
          script: { id: currentWelcomeCall.id, subjectId: folder.id },
        }}
        name={counterparty.name}
        label={t('welcomeCall')}
      />
      <span className="text-soft text-sm">
        <PhoneText phone={titlePage.phone} />
      </span>
      <ReasonDialog
        subject={`folder ${folder.id} welcome`}
        trigger={t('welcome.note')}
        title={t('welcome.title')}
        text={t('welcome.text')}
        field={t('welcome.field')}
        confirm={t('welcome.confirm')}
        send={(text) => ({ path: `/folders/${folder.id}/welcome`, body: { text }, done: t('welcome.noted') })}
      />
    </div>
  );
}
