/** Keeps one element per key, so that focus and open menus survive every update. */
export function keyedList(container, keyOf, create, update) {
  const shown = new Map();
  return (rows) => {
    const keys = new Set(rows.map(keyOf));
    for (const [key, element] of shown)
      if (!keys.has(key)) {
        element.remove();
        shown.delete(key);
      }
    rows.forEach((row, index) => {
      const key = keyOf(row);
      let element = shown.get(key);
      if (!element) {
        element = create(row);
        shown.set(key, element);
      }
      update(element, row);
      if (container.children[index] !== element)
        container.insertBefore(element, container.children[index] ?? null);
    });
  };
}

export function element(tag, className = '', text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Changes text only when it differs, so that a screen reader is not told twice. */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
