/**
 * From now on every date made of the present moment is as far ahead as `aheadMs` says when it is asked. Stands for itself: a
 * browser is given its text.
 * @param {() => number} aheadMs
 */
export function moveClock(aheadMs) {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length > 0 ? given : [Real.now() + aheadMs()], made),
    get: (target, key) => (key === 'now' ? () => Real.now() + aheadMs() : Reflect.get(target, key)),
  });
}
