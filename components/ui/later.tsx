'use client';

import { type ComponentType, lazy, Suspense, useEffect, useReducer, useState } from 'react';
import { useTranslations } from 'use-intl';
import { notifyOfLoss } from './notify';
import { useTypedAhead } from './typed-ahead';

const againAfterMs = 3000;

/** Code that comes apart from its page's. */
type Fetched = { fetch: () => Promise<void>; isHere: () => boolean };

/** A component whose code comes apart from its page's. */
export type Later<Props> = ComponentType<Props> & Fetched;

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A part that is opened, and fetched before by `useFetchedWhenIdle`: once it is here it is drawn at once, so that whoever
 * opens it by a key may type on. Shown earlier it draws nothing until it has come, and says when it does not come; with
 * `isTypedInto` it is given what was typed meanwhile.
 */
export function later<Props extends object>(load: Load<Props>, { isTypedInto = false } = {}): Later<Props> {
  const { fetched, loaded } = fetchedBy(load);
  function Part(props: Props) {
    const isHere = useHere(fetched, true);
    useTypedAhead(isTypedInto && !isHere);
    const Loaded = loaded();
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Part, fetched);
}

/**
 * As `later`, for what may have something to show when its page is loaded: the server draws it as well, and that stands
 * until its code is here.
 */
export function laterOnPage<Props extends object>(load: Load<Props>): Later<Props> {
  const { fetched, loaded } = fetchedBy(load);
  const Awaited = lazy(async () => ({ default: await untilHere() }));
  const untilHere = async (): Promise<ComponentType<Props>> => {
    await fetched.fetch().catch(() => new Promise((resolve) => setTimeout(resolve, againAfterMs)));
    return loaded() ?? untilHere();
  };
  function Part(props: Props) {
    const [{ Drawn }] = useState(() => ({ Drawn: loaded() ?? Awaited }));
    return (
      <Suspense>
        <Drawn {...props} />
      </Suspense>
    );
  }
  return Object.assign(Part, fetched);
}

function fetchedBy<Props>(load: Load<Props>) {
  let Loaded: ComponentType<Props> | undefined;
  const fetched: Fetched = {
    fetch: async () => {
      Loaded ??= await load();
    },
    isHere: () => Loaded !== undefined,
  };
  return { fetched, loaded: () => Loaded };
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
