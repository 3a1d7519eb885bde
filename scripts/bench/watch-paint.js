// Runs in the page before its own scripts: tells when a text stands painted, by the page's own clock (epoch ms).
(() => {
  const stands = (selector, text) =>
    [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.includes(text));
  const until = (what, isSo) =>
    new Promise((resolve, reject) => {
      if (isSo()) return resolve();
      const giveUp = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`not seen within 15 s: ${what}`));
      }, 15_000);
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        clearTimeout(giveUp);
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  // The task after an animation frame begins when that frame has been painted.
  const paint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    });
  globalThis.paintedAt = async (selector, text) => {
    await until(text, () => stands(selector, text));
    return paint();
  };
  globalThis.isGone = (selector, text) => until(`no ${text}`, () => !stands(selector, text));
  globalThis.press = async ({ selector, text }) => {
    const find = () =>
      [...document.querySelectorAll(selector)].find(
        (button) =>
          button.textContent.includes(text) &&
          !button.disabled &&
          button.getAttribute('aria-disabled') !== 'true' &&
          button.getAttribute('aria-busy') !== 'true',
      );
    await until(text, () => find() !== undefined);
    const pressedAt = performance.timeOrigin + performance.now();
    find().click();
    return pressedAt;
  };
  globalThis.pressUntilPainted = async (press, then) => {
    const pressedAt = await globalThis.press(press);
    return (await globalThis.paintedAt(then.selector, then.text)) - pressedAt;
  };
})();
