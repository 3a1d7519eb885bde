import { ask } from './ask.js';
import { nameOf } from './caller.js';
import { element, keyedList, setText } from './keyed-list.js';
import { formatNumber, formatSpan, word } from './language.js';
import { followTalk, showMicrophone } from './microphone.js';

const heardList = document.querySelector('#heard');
const region = document.querySelector('#heard-region');
// A region that scrolls must be reachable by keyboard.
region.tabIndex = 0;
const labels = new Map();
let selected = null;
let detail = null;
let isLoading = false;
let isStale = false;

const otherEnd = (call) => (call.direction === 'inbound' ? call.from : call.to);
const who = (call) => nameOf(otherEnd(call)) ?? formatNumber(otherEnd(call));

const showRows = keyedList(
  document.querySelector('#calls'),
  (call) => call.sid,
  (call) => {
    const item = element('li');
    const button = element('button', 'call-row');
    button.type = 'button';
    button.append(element('span', 'who'), element('span', 'pill'), element('span', 'now'));
    button.addEventListener('click', () => selectCall(call.sid));
    item.append(button);
    return item;
  },
  (item, call) => {
    const [name, pill, now] = item.firstChild.children;
    setText(name, who(call));
    setText(pill, word(`status/${call.status}`));
    pill.className = `pill ${call.status === 'in-progress' ? 'good' : call.hasEnded ? '' : 'warn'}`;
    setText(now, call.hears ? describe(call.hears) : '');
    item.firstChild.setAttribute('aria-current', String(call.sid === selected));
  },
);

export function showCalls(state) {
  for (const { label, name, number } of state.phones)
    if (label) labels.set(label, name || formatNumber(number));
  showRows(state.calls);
  followTalk(state.calls);
  document.querySelector('#no-calls').hidden = state.calls.length > 0;
  setText(document.querySelector('#calls-count'), state.totals.calls ? word('callsCount', state.totals) : '');
  if (selected && !state.calls.some(({ sid }) => sid === selected)) selected = detail = null;
  if (!selected) selected = state.calls.find(({ hasEnded }) => !hasEnded)?.sid ?? null;
  void refreshCall();
}

export function selectCall(sid) {
  selected = sid;
  detail = null;
  heardList.replaceChildren();
  void refreshCall();
}

export function showsCall(sid) {
  return sid === selected;
}

/** Reads the selected call again; while one reading is under way the next is only remembered. */
export async function refreshCall() {
  document.querySelector('#call').hidden = selected === null;
  if (selected === null) return;
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  try {
    detail = await ask('GET', `calls/${selected}`);
    showDetail();
  } catch {
    selected = detail = null;
  } finally {
    isLoading = false;
  }
  if (isStale) {
    isStale = false;
    await refreshCall();
  }
}

export function showDetail() {
  if (!detail) return;
  setText(document.querySelector('#call-title'), who(detail));
  setText(
    document.querySelector('#call-facts'),
    [nameOf(detail.from) && formatNumber(detail.from), word(`status/${detail.status}`), detail.conference]
      .filter(Boolean)
      .join(' · '),
  );
  document.querySelector('#hang-up').hidden = detail.hasEnded;
  showMicrophone(detail);
  document.querySelector('#keys-form').hidden = !['digits', 'record'].includes(detail.hears?.kind);
  showHeard(detail.heard.filter(({ kind }) => kind !== 'pause'));
  const entries = detail.debugger;
  document.querySelector('#debugger').hidden = entries.length === 0;
  document
    .querySelector('#debugger-entries')
    .replaceChildren(
      ...entries.slice(-20).map(({ code, text }) => element('li', '', `${code ?? ''} ${text}`)),
    );
}

const showHeardRows = keyedList(
  heardList,
  ({ at, index }) => `${at} ${index}`,
  ({ kind }) => {
    const item = element('li', kind);
    item.append(element('time'), element('span'));
    return item;
  },
  (item, entry) => {
    setText(item.children[0], formatSpan(detail.createdAt, entry.at));
    setText(item.children[1], describe(entry));
  },
);

function showHeard(heard) {
  const isAtEnd = region.scrollHeight - region.scrollTop - region.clientHeight < 60;
  showHeardRows(heard.map((entry, index) => ({ ...entry, index })));
  if (isAtEnd) region.scrollTop = region.scrollHeight;
}

function describe({ kind, text }) {
  if (kind === 'ended') return word('heard/ended', { text: word(`status/${text}`) });
  if (kind !== 'talk') return word(`heard/${kind}`, { text });
  const names = text
    .split(', ')
    .map((label) => (label === 'caller' ? word('caller') : (labels.get(label) ?? label)));
  return word('heard/talk', { text: names.join(', ') });
}

document.querySelector('#hang-up').addEventListener('click', () => {
  ask('POST', `calls/${selected}/hang-up`).catch(() => refreshCall());
});

document.querySelector('#keys-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = document.querySelector('#keys');
  const problem = document.querySelector('#keys-problem');
  problem.textContent = '';
  try {
    await ask('POST', `calls/${selected}/digits`, { digits: input.value });
    input.value = '';
  } catch {
    problem.textContent = word('keysRefused');
  }
});
