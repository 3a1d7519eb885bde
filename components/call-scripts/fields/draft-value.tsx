'use client';

import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { usePhoneText } from '@/components/counterparties/phone-text';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { useDepartmentName } from '@/components/reactions/department-name';
import { cardInUse } from '@/lib/domain/call-scripts/draft';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { useDirectory } from './directory';
import type { DraftFieldName } from './draft-field-name';
import { subjectOfWords } from './subject-of-words';

/** One field of the draft as words: fixed, known from the card, or being asked in the call script now. */
export function DraftValue({ name, isAsked = false }: { name: DraftFieldName; isAsked?: boolean }) {
  const t = useTranslations('callScripts.fields');
  const tDesk = useTranslations('desk.card');
  const value = useValueOf(name);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="font-medium text-sm text-soft">
        {t(name)}
        {isAsked ? (
          <>
            <span aria-hidden="true" className="text-accent-ink" title={tDesk('askedNow')}>
              {' '}
              ◂
            </span>
            <span className="sr-only">, {tDesk('askedNow')}</span>
          </>
        ) : null}
      </span>
      <span className="min-h-8 whitespace-pre-line py-1.5 [overflow-wrap:anywhere]">{value || '—'}</span>
    </div>
  );
}

function useValueOf(name: DraftFieldName): string {
  const { draft } = useRunningCall();
  const { departments } = useDirectory();
  const departmentName = useDepartmentName();
  const phoneText = usePhoneText();
  const words = useSumWords();
  switch (name) {
    case 'phone': {
      const { phone, phoneExtension } = cardInUse(draft);
      const { raw, e164, extension } = readPhone(phone);
      return phoneText({ raw, e164, extension: phoneExtension || extension });
    }
    case 'name':
    case 'category':
    case 'city':
    case 'contactPerson':
      return cardInUse(draft)[name];
    case 'topic':
      return draft.chosenAppeal?.topic ?? draft.appeal.topic;
    case 'project':
      return (draft.chosenAppeal ?? draft.appeal).project?.name ?? '';
    case 'appealType':
      return draft.appeal.type;
    case 'appealNote':
      return draft.appeal.note;
    case 'complaintText':
      return draft.complaint.text;
    case 'softwareWords':
    case 'supportWords':
    case 'companyWords':
      return draft.satisfaction?.[subjectOfWords[name]] ?? '';
    case 'complaintDepartment': {
      const department = departments.find(({ kind }) => kind === draft.complaint.departmentKind);
      return department ? departmentName(department) : '';
    }
    case 'email':
      return draft.email ?? '';
    case 'deliveryOn':
      return draft.deliveryOn ? words.day(draft.deliveryOn) : '';
    case 'callBackAt':
      return draft.callBackAt?.replace('T', ' ') ?? '';
  }
}
