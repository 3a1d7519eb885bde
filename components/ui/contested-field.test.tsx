import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { ApiError } from '@/components/api-error';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { Form } from './form';
import { FormCheckbox, FormTextField } from './form-fields';

const at = Date.parse('2026-11-30T09:40:00Z');
const conflict = new ApiError('conflict', 409);
const quiet = { isOutdated: false, takeOver: () => {}, switched: null };
const nothing = { contested: [], authors: {}, settle: () => {} };

type Outdated = NonNullable<Parameters<typeof Form>[0]['of']['outdated']>;

function Project({ error, outdated }: { error: ApiError | null; outdated?: Outdated }): ReactNode {
  const form = useForm({ defaultValues: { name: 'Моё', hasBook: false } });
  const kept = { isRestored: false, startAnew: () => {} };
  return (
    <Form of={{ form, kept, error, outdated, submit: undefined }}>
      <FormTextField name="name" label="Название" />
      <FormCheckbox name="hasBook" label="С книгой" />
    </Form>
  );
}

const drawn = (outdated: Outdated | undefined, error: ApiError | null = null) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <Project error={error} outdated={outdated} />
    </IntlProvider>,
  );

test('beside a field that others changed too stands what they wrote, who and when, and the choice', () => {
  const fields = {
    ...nothing,
    contested: [{ name: 'name', theirs: 'Архимед' }],
    authors: { name: { name: 'Жданов А.', at } },
  };
  const html = drawn({ ...quiet, fields });
  expect(html).toMatch(/Жданов А\., [^<]*12:40: Архимед/);
  expect(html.match(/data-contested/g)).toHaveLength(1);
  expect(html.match(/Оставить моё/g)).toHaveLength(1);
  expect(html.match(/Взять новое/g)).toHaveLength(1);
  expect(html).toContain('выберите в каждом, что оставить');
  expect(drawn({ ...quiet, fields: nothing })).not.toContain('data-contested');
});

test('what others chose is said in words, and without its author where nobody may know', () => {
  const fields = {
    ...nothing,
    contested: [
      { name: 'name', theirs: '' },
      { name: 'hasBook', theirs: true },
    ],
  };
  const html = drawn({ ...quiet, fields });
  expect(html).toContain('Теперь в записи: пусто');
  expect(html).toContain('Теперь в записи: Да');
});

test('a record that others changed meanwhile is told of once, with the way on', () => {
  const html = drawn({ ...quiet, isOutdated: true, fields: nothing }, conflict);
  expect(html).toContain('Перенести мои правки на новую версию');
  expect(html).not.toContain('Обновите её и повторите');
  expect(drawn(undefined, conflict)).toContain('Обновите её и повторите');
});

test('whoever types about a record is told that others took it out of use, or back', () => {
  expect(drawn({ ...quiet, switched: 'disabled', fields: nothing })).toContain('запись отключили');
  expect(drawn({ ...quiet, switched: 'enabled', fields: nothing })).toContain('запись снова включили');
});
