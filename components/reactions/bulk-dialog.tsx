'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { DateTimeField } from '@/components/ui/date-time-field';
import { TextArea } from '@/components/ui/text-area';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import type { ChangedMany, ChangeMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { ResponsibleChoice } from './reaction-draft';
import { ReasonDialog } from './reason-dialog';
import { ResponsibleField } from './responsible-field';
import { useChoices } from './use-choices';

type Props = {
  kind: ChangeMany['change']['kind'];
  rows: { id: string; version: number }[];
  onClose: () => void;
  onDone: (result: ChangedMany) => void;
};

type Form = { dueAt: string; responsible: ResponsibleChoice | null; reason: string };

/** One change of all the rows chosen, with one reason. */
export function BulkDialog({ kind, rows, onClose, onDone }: Props) {
  const t = useTranslations('reactions');
  const words = useErrorWords();
  const router = useRouter();
  const timeZone = useTimeZone()!;
  const { choices } = useChoices(kind === 'handOver');
  const kept = useKeptForm<Form>(`many ${kind}`, () => ({ dueAt: '', responsible: null, reason: '' }));
  const { dueAt, responsible, reason } = kept.form;
  const change = useChange(
    (body: object, { key }) => api.post<ChangedMany>('/next-reactions/bulk', body, { key }),
    {
      onDone: (result) => {
        kept.startAnew();
        onDone(result);
        router.refresh();
      },
    },
  );
  const wanted = {
    postpone: { kind, dueAt: readTypedTime(dueAt, timeZone) },
    handOver: { kind, responsible },
    close: { kind },
  }[kind];
  const fields = change.error?.fields ?? {};
  const said = (beginning: string) => {
    const path = Object.keys(fields).find((field) => field.startsWith(beginning));
    return path ? words.ofField(fields[path]!) : undefined;
  };
  return (
    <ReasonDialog
      onClose={onClose}
      change={{ ...change, isOutdated: false, takeOver: () => undefined }}
      kept={kept}
      save={() => void change.run({ rows, reason, change: wanted })}
      title={t(`bulk.titles.${kind}`, { count: rows.length })}
      description={kind === 'close' ? t('close.text') : undefined}
      confirm={t(`${kind}.confirm`)}
    >
      {kind === 'postpone' ? (
        <DateTimeField
          label={t('postpone.dueAt')}
          required
          className="w-full"
          value={dueAt}
          onValueChange={(typed) => kept.change({ ...kept.form, dueAt: typed })}
          error={said('change.dueAt')}
        />
      ) : null}
      {kind === 'handOver' ? (
        <ResponsibleField
          label={t('handOver.to')}
          required
          choices={choices}
          value={responsible}
          onValueChange={(chosen) => kept.change({ ...kept.form, responsible: chosen })}
          error={said('change.responsible') ?? said('responsible')}
        />
      ) : null}
      <TextArea
        label={t(`${kind}.reason`)}
        required
        value={reason}
        onValueChange={(text) => kept.change({ ...kept.form, reason: text })}
        error={said('reason')}
      />
    </ReasonDialog>
  );
}
