'use client';

import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { LaterLetterDialog } from './later-letter-dialog';
import type { LetterAbout } from './letter-dialog';

const parts = [LaterLetterDialog];

/** «Написать письмо» on a card or an appeal. */
export function WriteLetterButton({ about, personId }: { about: LetterAbout; personId: string }) {
  const t = useTranslations('letters');
  const [isOpen, setOpen] = useState(false);
  useFetchedWhenIdle(parts);
  return (
    <>
      <Button icon={<Mail />} onClick={() => setOpen(true)}>
        {t('write')}
      </Button>
      {isOpen ? <LaterLetterDialog about={about} personId={personId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
