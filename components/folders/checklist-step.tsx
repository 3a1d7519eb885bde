'use client';

import { Check, Circle, Minus } from 'lucide-react';
import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { FolderStepView, FolderView } from '@/lib/domain/folders/folder-views';
import { ContactsLetterState } from './contacts-dialog';
import { ReasonDialog } from './reason-dialog';
import { StepWork } from './step-work';
import { useFolderChange } from './use-folder-change';

type Props = { folder: FolderView; step: FolderStepView; number: number };

/** One step of the checklist: whoever signed it, or what is to be done for it. Whoever signs it stays at it. */
export function ChecklistStep({ folder, step, number }: Props) {
  const t = useTranslations('folders');
  const place = useRef<HTMLLIElement>(null);
  const change = useFolderChange(() => {
    const { current } = place;
    if (current?.contains(document.activeElement)) current.focus();
  });
  const { signature, isRequired, problem } = step;
  const mayDo = folder.may.work || (step.step === 'signatures' && folder.may.giveSignatures);
  const title = t(`steps.${step.step}`);
  const path = `/folders/${folder.id}/steps/${step.step}`;
  const Sign = signature ? Check : isRequired ? Circle : Minus;
  return (
    <li
      ref={place}
      tabIndex={-1}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5 focus-visible:outline-2 focus-visible:outline-focus"
    >
      <Sign
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${signature ? 'text-good-ink' : 'text-faint'}`}
      />
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className={isRequired ? 'font-medium' : 'text-soft'}>
          <span className="tabular-nums">{number}.</span> {title}
        </p>
        {isRequired ? null : <p className="text-faint text-sm">{t('notRequired')}</p>}
        {signature ? <SignatureLine signature={signature} /> : null}
        {isRequired && problem && problem !== 'notTaken' ? (
          <p className="text-soft text-sm">{t(`problems.${problem}`)}</p>
        ) : null}
        {step.step === 'contactsSent' ? <ContactsLetterState letter={folder.contactsLetter} /> : null}
        {mayDo && isRequired && !signature ? <StepWork folder={folder} step={step.step} /> : null}
        <Reopenings step={step} />
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
      </div>
      {folder.may.work && isRequired && !signature ? (
        <Button
          size="small"
          busy={change.busy}
          disabledReason={problem ? t(`problems.${problem}`) : null}
          aria-label={t('signOne', { step: title })}
          onClick={() =>
            void change.run({
              path: `${path}/sign`,
              body: { seen: step.fingerprint },
              done: t('signed', { step: title }),
            })
          }
        >
          {t('sign')}
        </Button>
      ) : null}
      {folder.may.reopen && signature ? (
        <ReasonDialog
          subject={`folder ${folder.id} reopen ${step.step}`}
          trigger={t('reopen')}
          triggerLabel={t('reopenOne', { step: title })}
          title={t('reopenTitle', { step: title })}
          text={t('reopenText')}
          field={t('reason')}
          confirm={t('reopen')}
          send={(reason) => ({ path: `${path}/reopen`, body: { reason }, done: t('reopened') })}
        />
      ) : null}
    </li>
  );
}

function SignatureLine({ signature }: { signature: NonNullable<FolderStepView['signature']> }) {
  const t = useTranslations('folders');
  const format = useFormatter();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-soft text-sm">
      <span>
        {signature.signedAs}
        {signature.signedFor ? ` (${t('signedFor', { name: signature.signedFor.name })})` : ''},{' '}
        {format.dateTime(signature.signedAt, 'dateTime')}
      </span>
      <span className="font-mono text-xs [overflow-wrap:anywhere]" title={signature.hash}>
        {t('hash', { hash: signature.hash.slice(0, 16) })}
      </span>
      {signature.isIntact ? null : <Badge tone="danger">{t('notIntact')}</Badge>}
    </p>
  );
}

function Reopenings({ step: { reopened } }: { step: FolderStepView }) {
  const t = useTranslations('folders');
  const format = useFormatter();
  if (reopened.length === 0) return null;
  return (
    <ul className="text-faint text-sm">
      {reopened.map((one) => (
        <li key={one.reopenedAt}>
          {t('reopening', {
            signedAs: one.signedFor
              ? `${one.signedAs} (${t('signedFor', { name: one.signedFor.name })})`
              : one.signedAs,
            signedAt: format.dateTime(one.signedAt, 'dateTime'),
            name: one.reopenedBy?.name ?? '—',
            at: format.dateTime(one.reopenedAt, 'dateTime'),
            reason: one.reason,
          })}
        </li>
      ))}
    </ul>
  );
}
