'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { ApiError } from '@/components/api-error';
import { copyText } from '@/components/copy-text';
import { keptForms } from '@/components/kept-forms';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useErrorWords } from '@/components/use-error-words';
import type { Save } from './save';
import { useSaveQueue } from './saves-provider';
import { typedTexts } from './typed-texts';

type Props = { save: Save; onLeave: () => void };

/** One save: what it was, what was typed, why it was not taken, and what can be done about it. */
export function SaveEntry({ save, onLeave }: Props) {
  const t = useTranslations('saves');
  const common = useTranslations('common');
  const format = useFormatter();
  const words = useErrorWords();
  const router = useRouter();
  const queue = useSaveQueue();
  const { refusal, form, href } = save;
  const texts = typedTexts(save.request.body);

  const open = (address: string) => {
    if (form) {
      keptForms.putBack(form.subject, form.text);
      queue.discard(save.id);
      notify(t('inForm'));
    }
    onLeave();
    router.push(address);
  };
  const copy = async () => {
    if (await copyText(texts.join('\n'))) notify(common('copied'));
    else notifyOfLoss(t('notCopied'));
  };
  const discard = () => {
    queue.discard(save.id);
    notify(t('discarded', { about: save.about }), {
      action: { label: t('putBack'), onClick: () => queue.putBack(save) },
    });
  };

  return (
    <li className="flex flex-col gap-2 rounded-md border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <strong className="font-semibold [overflow-wrap:anywhere]">{save.about}</strong>
        <Badge tone={refusal ? 'danger' : 'warning'}>{t(refusal ? 'isRefused' : 'isWaiting')}</Badge>
        <span className="text-faint text-sm">{format.dateTime(save.at, 'dateTime')}</span>
      </p>
      {refusal ? (
        <p className="text-danger-ink">
          {[
            words.ofError(new ApiError(refusal.code, refusal.status)),
            ...new Set(Object.values(refusal.fields).map(words.ofField)),
          ].join(' ')}
        </p>
      ) : null}
      {texts.length > 0 ? (
        <p className="line-clamp-6 whitespace-pre-line text-soft [overflow-wrap:anywhere]">
          {texts.join('\n')}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2">
        {refusal && href ? (
          <Button size="small" variant="primary" onClick={() => open(href)}>
            {t(form ? 'openForm' : 'open')}
          </Button>
        ) : null}
        {refusal && refusal.code !== 'conflict' ? (
          <Button size="small" onClick={() => queue.retry(save.id)}>
            {common('retry')}
          </Button>
        ) : null}
        {texts.length > 0 ? (
          <Button size="small" variant="quiet" onClick={() => void copy()}>
            {t('copy')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={discard}>
          {t('discard')}
        </Button>
      </p>
    </li>
  );
}
