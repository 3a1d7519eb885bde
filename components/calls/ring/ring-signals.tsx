'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { useKeysOf } from '@/components/shell/hotkeys';
import { useTabTitle } from '@/components/shell/use-tab-title';
import { keyNames } from '@/components/ui/key-names';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { useCallerWords } from '../caller-words';
import { useRingSettings } from './ring-settings-store';
import { sharedTone } from './shared-tone';

const icon = (dot: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17233a"/><path d="M10 8c0 8 6 14 14 14" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round"/>${dot}</svg>`,
  )}`;
const ICONS = { quiet: icon(''), ringing: icon('<circle cx="24" cy="8" r="8" fill="#f0524f"/>') };

/**
 * Tells of ringing calls by voice for screen readers, sound, title, icon and a system notification; all of them stop
 * when the last call stops ringing here.
 */
export function RingSignals({ calls }: { calls: readonly MyCall[] }) {
  const t = useTranslations('desk.ring');
  const { nameOf } = useCallerWords();
  const announce = useAnnounce();
  const keys = useKeysOf('answer');
  const { isSoundOn, volume } = useRingSettings();
  const told = useRef(new Set<string>());
  const announcement = (name: string, line: string | null) =>
    line ? t('announceOnLine', { name, line }) : t('announce', { name });
  const isRinging = calls.length > 0;
  const first = calls[0];
  const name = first ? nameOf(first) : '';

  useEffect(() => {
    const fresh = calls.filter((call) => !told.current.has(call.id));
    told.current = new Set(calls.map((call) => call.id));
    for (const call of fresh) {
      announce(
        `${announcement(nameOf(call), call.line)} ${keys ? t('answerBy', { keys: keyNames(keys).join('+') }) : ''}`,
        'alert',
      );
    }
  });

  useEffect(() => {
    if (!isRinging || !isSoundOn) return;
    const tone = sharedTone();
    tone.start(volume);
    return () => tone.stop();
  }, [isRinging, isSoundOn, volume]);

  useTabTitle('ring', isRinging ? t('title', { name }) : null);
  useEffect(() => {
    if (!isRinging) return;
    setIcon('ringing');
    return () => setIcon('quiet');
  }, [isRinging]);

  const firstId = first?.id;
  const announced = first ? announcement(name, first.line) : '';
  useEffect(() => {
    if (!firstId || !('Notification' in window) || Notification.permission !== 'granted') return;
    const notification = new Notification(announced, {
      tag: firstId,
      requireInteraction: true,
    });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return () => notification.close();
  }, [firstId, announced]);

  return null;
}

function setIcon(which: keyof typeof ICONS): void {
  let link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) {
    link = document.createElement('link');
    link.rel = 'icon';
    document.head.append(link);
  }
  link.href = ICONS[which];
}
