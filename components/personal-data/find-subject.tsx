'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextField } from '@/components/ui/form-fields';
import { TextLink } from '@/components/ui/text-link';
import { personalDataContracts, type SubjectView } from '@/lib/domain/personal-data/personal-data.contract';

/** Finds whose data a request is about. What is typed stays out of the page's address and of the browser's history. */
export function FindSubject() {
  const t = useTranslations('personalData');
  const [found, setFound] = useState<SubjectView[] | null>(null);
  const form = useApiForm({
    schema: personalDataContracts.find.query!,
    defaultValues: { text: '' },
    send: (query) => api.get<{ subjects: SubjectView[] }>('/personal-data/subjects', { query }),
    onDone: ({ subjects }) => setFound(subjects),
  });
  return (
    <>
      <Form of={form}>
        <FormTextField
          name="text"
          label={t('find.label')}
          hint={t('find.hint')}
          maxLength={200}
          autoComplete="off"
          required
        />
        <FormActions submitLabel={t('find.submit')} busy={form.busy} />
      </Form>
      <div role="status" className="pt-3">
        {found?.length === 0 ? (
          <p>
            <span className="font-medium">{t('find.nothing')}.</span>{' '}
            <span className="text-soft">{t('find.nothingText')}</span>
          </p>
        ) : null}
        {found && found.length > 0 ? (
          <ul aria-label={t('find.found')} className="flex flex-col gap-1">
            {found.map(({ kind, id, name, cardName }) => (
              <li key={id}>
                <TextLink href={`/settings/personal-data?${new URLSearchParams({ kind, id })}`}>
                  {name}
                </TextLink>{' '}
                <span className="text-soft">
                  {cardName === null ? t(`subjects.${kind}`) : t('subjects.contactOf', { card: cardName })}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </>
  );
}
