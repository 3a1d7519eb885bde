'use client';

import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyHint } from '@/components/ui/key-hint';
import { HOTKEY_ACTIONS, HOTKEY_IDS, type HotkeyGroup, type HotkeyId } from './hotkey-actions';
import { combinationOf, keysOf, type Refused, refusalOf } from './hotkey-map';
import { useHotkeyChoices } from './hotkeys';

const GROUPS: readonly HotkeyGroup[] = ['everywhere', 'call', 'script'];

/** Everything the keyboard does, and the place to give an action other keys or none. */
export function HotkeyList() {
  const t = useTranslations('hotkeys');
  const { choices, forgetAll, setListOpen } = useHotkeyChoices();
  return (
    <Dialog
      open
      onOpenChange={setListOpen}
      title={t('title')}
      description={t('description')}
      size="medium"
      footer={
        Object.keys(choices).length > 0 ? (
          <Button variant="quiet" onClick={forgetAll}>
            {t('restoreAll')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`hotkeys-${group}`}>
            <h3 id={`hotkeys-${group}`} className="pb-1 font-semibold">
              {t(`groups.${group}`)}
            </h3>
            <ul className="divide-y divide-line">
              {HOTKEY_IDS.filter((id) => HOTKEY_ACTIONS[id].group === group).map((id) => (
                <HotkeyRow key={id} id={id} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function HotkeyRow({ id }: { id: HotkeyId }) {
  const t = useTranslations('hotkeys');
  const { choices, choose } = useHotkeyChoices();
  const [isRecording, setRecording] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const keys = keysOf(id, choices);
  const action = HOTKEY_ACTIONS[id];
  const isFixed = 'isFixed' in action;

  const record = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    event.stopPropagation();
    if (event.key === 'Escape') return setRecording(false);
    const combination = combinationOf(event.nativeEvent);
    if (!combination) return;
    const refusal = refusalOf(id, combination, choices);
    setRefused(refusal);
    if (refusal) return;
    choose(id, combination);
    setRecording(false);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1 basis-48">
        {t(`actions.${id}`)}
        {'isInPane' in action ? <span className="block text-faint text-sm">{t('inPane')}</span> : null}
      </span>
      <span className="sr-only">{keys ?? t('off')}</span>
      <span className="flex min-w-24 items-center justify-end">
        {keys ? <KeyHint keys={keys} /> : <span className="text-faint text-sm">{t('off')}</span>}
        {isFixed ? <span className="pl-1 text-soft">… 9</span> : null}
      </span>
      {isFixed ? null : (
        <span className="flex gap-1">
          <Button
            size="small"
            aria-label={t('changeFor', { action: t(`actions.${id}`) })}
            onClick={() => {
              setRefused(null);
              setRecording(true);
            }}
            onKeyDown={isRecording ? record : undefined}
            onBlur={() => setRecording(false)}
          >
            {isRecording ? t('press') : t('change')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={t(keys === null ? 'restoreFor' : 'switchOffFor', { action: t(`actions.${id}`) })}
            onClick={() => choose(id, keys === null ? undefined : null)}
          >
            {t(keys === null ? 'restore' : 'switchOff')}
          </Button>
        </span>
      )}
      {refused ? (
        <p role="alert" className="w-full text-danger-ink text-sm">
          {refused.reason === 'taken'
            ? t('refused.taken', { action: t(`actions.${refused.by}`) })
            : t('refused.needsModifier')}
        </p>
      ) : null}
    </li>
  );
}
