'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Control } from '@/components/calls/control/use-control';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextField } from '@/components/ui/text-field';

type Props = { control: Control; onOpenChange: (open: boolean) => void };

/** What is asked, in a few words or none. */
export function HelpWords({ control, onOpenChange }: Props) {
  const t = useTranslations('supervision.help');
  const [words, setWords] = useState('');
  const ask = async () => {
    if (await control.order({ path: 'help', body: { words }, said: t('isAsked') })) onOpenChange(false);
  };
  return (
    <Dialog open onOpenChange={onOpenChange} title={t('title')} description={t('text')}>
      <form
        className="flex flex-col items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField
          className="w-full"
          label={t('words')}
          hint={t('wordsHint')}
          value={words}
          onValueChange={setWords}
          maxLength={200}
        />
        {control.problem ? <InlineAlert tone="danger">{control.problem}</InlineAlert> : null}
        <Button type="submit" variant="primary" busy={control.busy}>
          {t('confirm')}
        </Button>
      </form>
    </Dialog>
  );
}
