'use client';

import { useRouter } from 'next/navigation';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { notify } from '@/components/ui/notify';
import type { Send } from '@/components/use-change';
import type { HistoryNoun } from '@/lib/domain/settings/history-nouns';
import { useSettingForm } from './use-setting-form';

type Props<Input extends FieldValues, Output> = {
  trigger: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** What the entry is: what is typed of it stays in this tab until it is saved. */
  keptAs: string;
  send: Send<Output, unknown>;
  savedMessage: string;
  submitLabel?: string;
  /** The window stands open when the page comes. */
  isOpenAtFirst?: boolean;
  size?: 'small' | 'medium' | 'large';
  children: ReactNode;
};

/** A short form in a window: an entry of a directory is made or changed without leaving the list. */
export function EntryDialog<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const [isOpen, setOpen] = useState(props.isOpenAtFirst ?? false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={props.trigger}
      title={props.title}
      size={props.size}
      description={props.description}
    >
      {isOpen ? <EntryForm {...props} onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

type ChangeProps<Input extends FieldValues, Output extends object> = Pick<
  Props<Input, Output>,
  'trigger' | 'title' | 'schema' | 'keptAs' | 'savedMessage' | 'size' | 'children'
> & {
  values: Input;
  version: number;
  /** Below `/api/v1`: what is patched. */
  path: string;
  noun: HistoryNoun;
  nounId: string;
  isDisabled: boolean;
};

/** The same for an entry that others may change meanwhile: nothing is saved over their change unseen. */
export function ChangeDialog<Input extends FieldValues, Output extends object>({
  trigger,
  title,
  size,
  ...form
}: ChangeProps<Input, Output>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen} trigger={trigger} title={title} size={size}>
      {isOpen ? <ChangeForm {...form} onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function ChangeForm<Input extends FieldValues, Output extends object>({
  savedMessage,
  onClose,
  children,
  ...record
}: Omit<ChangeProps<Input, Output>, 'trigger' | 'title' | 'size'> & { onClose: () => void }) {
  const t = useTranslations('common');
  const form = useSettingForm<Input, Output>({
    ...record,
    isPart: true,
    saved: savedMessage,
    onSaved: onClose,
  });
  return (
    <Form of={form}>
      {children}
      <FormActions submitLabel={t('save')} busy={form.busy}>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}

function EntryForm<Input extends FieldValues, Output>({
  schema,
  defaultValues,
  keptAs,
  send,
  savedMessage,
  submitLabel,
  onClose,
  children,
}: Props<Input, Output> & { onClose: () => void }) {
  const t = useTranslations('common');
  const router = useRouter();
  const form = useApiForm<Input, Output, unknown>({
    schema,
    defaultValues,
    keptAs,
    send,
    onDone: () => {
      notify(savedMessage);
      onClose();
      router.refresh();
    },
  });
  return (
    <Form of={form}>
      {children}
      <FormActions submitLabel={submitLabel ?? t('save')} busy={form.busy}>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
