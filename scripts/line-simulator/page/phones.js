import { ask } from './ask.js';
import { nameOf } from './caller.js';
import { element, keyedList, setText } from './keyed-list.js';
import { fillOptions, formatNumber, formatSpan, options, word } from './language.js';

const ACTS = {
  idle: [],
  ringing: [
    ['answer', 'answer', 'call'],
    ['busy', 'busy', ''],
    ['no-answer', 'noAnswer', ''],
  ],
  talking: [['hang-up', 'hangUp', 'danger']],
};

const path = (number, act = '') => `phones/${encodeURIComponent(number)}${act && `/${act}`}`;
let now = 0;

const showRows = keyedList(
  document.querySelector('#phones'),
  (phone) => phone.number,
  (phone) => {
    const card = element('li', 'phone');
    const head = element('div', 'phone-head');
    const names = element('div');
    names.append(element('div', 'who'), element('div', 'soft'));
    head.append(names, element('span', 'pill'));
    const mode = element('select');
    mode.addEventListener('change', () => void ask('PUT', path(phone.number), { mode: mode.value }));
    card.append(head, mode, element('div', 'acts'));
    return card;
  },
  (card, phone) => {
    const [head, mode, acts] = card.children;
    const [names, pill] = head.children;
    const name = phone.name || formatNumber(phone.number);
    setText(names.children[0], name);
    setText(names.children[1], phone.name ? formatNumber(phone.number) : '');
    card.className = `phone ${phone.state}`;
    const span = phone.state === 'talking' ? ` ${formatSpan(phone.since, now)}` : '';
    setText(pill, word(`phoneState/${phone.state}`) + span);
    pill.className = `pill ${{ talking: 'good', ringing: 'warn' }[phone.state] ?? ''}`;
    mode.setAttribute('aria-label', word('mode', { name }));
    const texts = options('modes');
    if (mode.options[0]?.textContent !== Object.values(texts)[0]) fillOptions(mode, texts);
    if (document.activeElement !== mode) mode.value = phone.mode;
    showActs(acts, phone, name);
  },
);

// Replaced only when the state changes: a focused button must stay the same element.
function showActs(acts, phone, name) {
  const wanted = `${phone.state} ${document.documentElement.lang}`;
  if (acts.dataset.shown === wanted) return;
  acts.dataset.shown = wanted;
  acts.replaceChildren(
    ...ACTS[phone.state].map(([act, label, look]) => {
      const button = element('button', `button ${look}`, word(label));
      button.type = 'button';
      button.setAttribute('aria-label', `${word(label)}: ${name}`);
      button.addEventListener('click', () => void ask('POST', path(phone.number, act)).catch(() => {}));
      return button;
    }),
  );
}

const RANK = { ringing: 0, talking: 1, idle: 2 };

export function showPhones(state) {
  now = state.now;
  const byUse = (a, b) =>
    RANK[a.state] - RANK[b.state] || (a.name || a.number).localeCompare(b.name || b.number);
  showRows([...state.phones].sort(byUse));
  document.querySelector('#no-phones').hidden = state.phones.length > 0;
}

document.querySelector('#phone-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = document.querySelector('#phone');
  await ask('PUT', path(input.value.trim()), { name: nameOf(input.value.trim()) ?? undefined });
  input.value = '';
});
