'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { ComboboxField } from '@/components/ui/combobox-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Segmented } from '@/components/ui/segmented';
import { TextField } from '@/components/ui/text-field';
import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { useMyCalls } from '../my-calls-provider';
import { type Place, placesToAsk } from './places-to-ask';
import type { Control } from './use-control';

type Props = { control: Control; mayTransfer: boolean; onOpenChange: (open: boolean) => void };

/**
 * Asks a colleague or a department while the caller hears music (S4), stays only until they answer, or passes a call on at
 * once that was handed over to the person (S3). Only who can be rung now is there to choose.
 */
export function ConsultChoice({ control, mayTransfer, onOpenChange }: Props) {
  const t = useTranslations('desk.control.consult');
  const tTransfer = useTranslations('desk.control.transfer');
  const { personId } = useMyCalls();
  const departmentName = useDepartmentName();
  const [place, setPlace] = useState<Place | null>(null);
  const [whom, setWhom] = useState<'colleague' | 'outside'>('colleague');
  const [phone, setPhone] = useState('');
  const [stays, setStays] = useState(false);

  const search = useCallback(
    async (query: string, signal: AbortSignal) => {
      const { rows: people } = await api.get<{ rows: PresenceView[] }>('/presence', { signal });
      const { rows: departments } = await api.get<{ rows: DepartmentView[] }>('/departments', { signal });
      return placesToAsk({ people, departments, personId, query });
    },
    [personId],
  );
  const nameOf = (each: Place) =>
    each.kind === 'employee'
      ? each.name
      : t('wholeDepartment', { department: departmentName(each.department), count: each.available });

  const ring = async (path: 'consult' | 'transfer') => {
    if (!place) return;
    const to =
      place.kind === 'employee'
        ? { kind: place.kind, employeeId: place.id }
        : { kind: place.kind, departmentId: place.id };
    const said =
      path === 'consult'
        ? t('isAsked', { to: nameOf(place) })
        : tTransfer('isTransferred', { to: nameOf(place) });
    const body = path === 'consult' ? { to, completesOnAnswer: stays } : { to };
    if (await control.order({ path, body, said })) onOpenChange(false);
  };
  const dial = async () => {
    const said = t('isAsked', { to: phone });
    if (await control.order({ path: 'consult/outside', body: { phone }, said })) onOpenChange(false);
  };
  const isOutside = whom === 'outside';
  const missing = isOutside
    ? phone.trim() === ''
      ? t('phoneMissing')
      : null
    : place
      ? null
      : t('placeMissing');
  const isStaying = stays && !isOutside;
  const confirmWords = isStaying
    ? t('stayConfirm')
    : mayTransfer && !isOutside
      ? tTransfer('talkFirst')
      : t('confirm');
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={mayTransfer ? tTransfer('title') : t('title')}
      description={mayTransfer ? tTransfer('text') : t('text')}
      footer={
        <>
          {mayTransfer && !isOutside && !stays ? (
            <Button busy={control.busy} disabledReason={missing} onClick={() => void ring('transfer')}>
              {tTransfer('confirm')}
            </Button>
          ) : null}
          <Button
            variant="primary"
            busy={control.busy}
            disabledReason={missing}
            onClick={() => void (isOutside ? dial() : ring('consult'))}
          >
            {confirmWords}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segmented
          label={t('whom')}
          value={whom}
          onValueChange={setWhom}
          options={[
            { value: 'colleague', label: t('place') },
            { value: 'outside', label: t('outside') },
          ]}
        />
        {isOutside ? (
          <TextField
            label={t('phone')}
            type="tel"
            value={phone}
            onValueChange={setPhone}
            maxLength={40}
            error={control.fieldProblem('phone') ?? undefined}
            required
          />
        ) : (
          <ComboboxField
            label={t('place')}
            hint={t('placeHint')}
            value={place}
            onValueChange={setPlace}
            search={search}
            minCharacters={0}
            itemKey={(each) => `${each.kind} ${each.id}`}
            itemLabel={nameOf}
            itemDetail={(each) => (each.kind === 'employee' ? departmentName(each.department) : null)}
            required
          />
        )}
        {isOutside ? null : (
          <CheckboxField
            label={t('stay')}
            hint={t(mayTransfer ? 'stayHint' : 'stayLeavesUnfinished')}
            value={stays}
            onValueChange={setStays}
          />
        )}
        {control.problem ? <InlineAlert tone="danger">{control.problem}</InlineAlert> : null}
      </div>
    </Dialog>
  );
}
