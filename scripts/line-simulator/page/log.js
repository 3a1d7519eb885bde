import { element } from './keyed-list.js';
import { formatTime, word } from './language.js';

const MOST_ROWS = 300;
const list = document.querySelector('#log');
// A region that scrolls must be reachable by keyboard.
document.querySelector('#log-region').tabIndex = 0;

/** One line of the log; the newest stands first. */
export function addToLog(entry) {
  if (entry.kind === 'heard') return;
  const kind = element('span', '', word(`logKind/${entry.kind}`));
  kind.dataset.kind = entry.kind;
  const item = element('li', entry.level === 'error' ? 'error' : '');
  item.append(
    element('time', '', formatTime(entry.at)),
    kind,
    element('span', '', `${entry.code ? `${entry.code} ` : ''}${entry.text}`),
  );
  list.prepend(item);
  while (list.children.length > MOST_ROWS) list.lastChild.remove();
}

export function translateLog() {
  for (const kind of list.querySelectorAll('[data-kind]'))
    kind.textContent = word(`logKind/${kind.dataset.kind}`);
}
