'use client';

import { type ComponentType, lazy, Suspense, useEffect, useEffectEvent, useReducer, useState } from 'react';
import { noteMissing } from './missing-parts';
import { useTypedAhead } from './typed-ahead';
import { useCalledOff } from './use-called-off';

const againAfterMs = 3000;

/** Code that comes apart from its page's. */
type Fetched = { fetch: () => Promise<void>; isHere: () => boolean };

/** A component whose code comes apart from its page's. */
export type Later<Props> = ComponentType<Props> & Fetched;

type Load<Props> = () => Promise<ComponentType<Props>>;

type Opened = { onOpenChange?: (isOpen: boolean) => void };

type Options<Props> = {
  /** It is given what was typed before it came. */
  isTypedInto?: boolean;
  /** Does without it when it cannot be fetched. Returns false when that is impossible; then the page says that it is missing. */
  doWithout?: (props: Props) => boolean;
};

/**
 * A part that is opened, and fetched before by `useFetchedWhenIdle`: once it is here it is drawn at once, so that whoever
 * opens it by a key may type on. Shown earlier it draws nothing until it has come; until then it is called off by Escape
 * or another press. That it does not come is said by the shell.
 */
export function later<Props extends object>(
  load: Load<Props>,
  { isTypedInto = false, doWithout }: Options<Props> = {},
): Later<Props> {
  const { fetched, loaded } = fetchedBy(load);
  function Part(props: Props) {
    const isHere = useHere(fetched, true, () => doWithout?.(props) ?? false);
    useTypedAhead(isTypedInto && !isHere);
    const { onOpenChange } = props as Opened;
    useCalledOff(!isHere && onOpenChange !== undefined, () => onOpenChange?.(false));
    const Loaded = loaded();
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Part, fetched);
}

/**
 * As `later`, for what may have something to show when its page is loaded: the server draws it as well, and that stands
 * until its code is here. Where something has changed by then, `Meanwhile` stands instead.
 */
export function laterOnPage<Props extends object>(
  load: Load<Props>,
  Meanwhile: ComponentType<Props> = () => null,
): Later<Props> {
  const { fetched, loaded } = fetchedBy(load);
  const Awaited = lazy(async () => ({ default: await untilHere() }));
  const untilHere = async (): Promise<ComponentType<Props>> => {
    await fetched.fetch().catch(() => {
      noteMissing(fetched, true);
      return new Promise((resolve) => setTimeout(resolve, againAfterMs));
    });
    const Loaded = loaded();
    if (!Loaded) return untilHere();
    noteMissing(fetched, false);
    return Loaded;
  };
  function Part(props: Props) {
    const [{ Drawn }] = useState(() => ({ Drawn: loaded() ?? Awaited }));
    return (
      <Suspense fallback={<Meanwhile {...props} />}>
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

/** Whether the code is here. Wanted, it is fetched, asked for again until it comes, and missed aloud unless one does without it. */
export function useHere(
  fetched: Fetched,
  isWanted: boolean,
  doWithout: () => boolean = () => false,
): boolean {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const isAwaited = isWanted && !fetched.isHere();
  const isDoneWithout = useEffectEvent(doWithout);
  useEffect(() => {
    if (!isAwaited) return;
    let waiting: ReturnType<typeof setTimeout>;
    let isGone = false;
    const come = () => {
      fetched.fetch().then(
        () => isGone || drawAgain(),
        () => {
          if (isGone || isDoneWithout()) return;
          noteMissing(fetched, true);
          waiting = setTimeout(come, againAfterMs);
        },
      );
    };
    come();
    return () => {
      isGone = true;
      clearTimeout(waiting);
      noteMissing(fetched, false);
    };
  }, [isAwaited, fetched]);
  return fetched.isHere();
}
