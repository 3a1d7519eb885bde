'use client';

import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { type LetterAbout, LetterDialog } from './letter-dialog';

/** «Написать письмо» on a card or an appeal. */
export function WriteLetterButton({ about, personId }: { about: LetterAbout; personId: string }) {
  const t = useTranslations('letters');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Mail />} onClick={() => setOpen(true)}>
        {t('write')}
      </Button>
      {isOpen ? <LetterDialog about={about} personId={personId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
