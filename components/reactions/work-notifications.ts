'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';

type Shown = { key: string; tag: string; words: string; href: string; isLasting?: boolean };

/** System notifications that lead into the console; `keepOnly` takes back those of what waits no more. */
export function useWorkNotifications() {
  const router = useRouter();
  const shown = useRef(new Map<string, Notification>());
  return {
    keepOnly(keys: ReadonlySet<string>) {
      for (const [key, notification] of shown.current) {
        if (keys.has(key)) continue;
        notification.close();
        shown.current.delete(key);
      }
    },
    show({ key, tag, words, href, isLasting = false }: Shown) {
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const notification = new Notification(words, { tag, requireInteraction: isLasting });
      notification.onclick = () => {
        window.focus();
        notification.close();
        router.push(href);
      };
      shown.current.set(key, notification);
    },
  };
}
