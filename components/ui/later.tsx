'use client';

import { type ComponentType, useEffect, useReducer } from 'react';
import { useTranslations } from 'use-intl';
import { notifyOfLoss } from './notify';

const againAfterMs = 3000;

/** Code that comes apart from its page's. */
type Fetched = { fetch: () => Promise<void>; isHere: () => boolean };

/** A component whose code comes apart from its page's. */
export type Later<Props> = ComponentType<Props> & Fetched;

/**
 * A part that is opened, and fetched before by `useFetchedWhenIdle`: once it is here it is drawn at once, so that whoever
 * opens it by a key may type on. Shown earlier it draws nothing until it has come, and says when it does not come.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const fetched: Fetched = {
    fetch: async () => {
      Loaded ??= await load();
    },
    isHere: () => Loaded !== undefined,
  };

  function Part(props: Props) {
    useHere(fetched, true);
    return Loaded ? <Loaded {...props} /> : null;
  }

  return Object.assign(Part, fetched);
}

/** Whether the code is here. Wanted, it is fetched, asked for again until it comes, and missed aloud. */
export function useHere({ fetch, isHere }: Fetched, isWanted: boolean): boolean {
  const t = useTranslations('common');
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const isAwaited = isWanted && !isHere();
  useEffect(() => {
    if (!isAwaited) return;
    let waiting: ReturnType<typeof setTimeout>;
    let isGone = false;
    const come = (told: boolean) => {
      fetch().then(
        () => isGone || drawAgain(),
        () => {
          if (isGone) return;
          if (!told) notifyOfLoss(t('partMissing'));
          waiting = setTimeout(() => come(true), againAfterMs);
        },
      );
    };
    come(false);
    return () => {
      isGone = true;
      clearTimeout(waiting);
    };
  }, [isAwaited, fetch, t]);
  return isHere();
}
