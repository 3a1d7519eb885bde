'use client';

import { useEffect } from 'react';
import { TabTitle } from './tab-title';

const blinkMs = 1_000;
const ranks = { lead: 1, ring: 2 };

let owner: TabTitle | null = null;

/** The owner of this tab's title; it watches the head of the page, where every page writes its own name. */
function ownerOfTab(): TabTitle {
  if (owner) return owner;
  const made = new TabTitle({
    read: () => document.title,
    write: (title) => {
      document.title = title;
    },
  });
  new MutationObserver(() => made.pageChanged()).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  owner = made;
  return made;
}

/** Says something in the title of the tab for as long as it is given; a ring stands before a lead, and blinks. */
export function useTabTitle(who: keyof typeof ranks, text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    const tab = ownerOfTab();
    const isBlinking = who === 'ring';
    const release = tab.claim(who, text, { rank: ranks[who], isBlinking });
    const rhythm = isBlinking ? setInterval(() => tab.blink(), blinkMs) : undefined;
    return () => {
      clearInterval(rhythm);
      release();
    };
  }, [who, text]);
}
