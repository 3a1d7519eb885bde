import { ask } from './ask.js';
import { element } from './keyed-list.js';
import { options, word } from './language.js';

let faults = null;
let shown = '';

export function showFaults(state) {
  faults = state.faults;
  const wanted = JSON.stringify(faults) + document.documentElement.lang;
  if (wanted === shown) return;
  shown = wanted;
  document
    .querySelector('#faults')
    .replaceChildren(
      ...faults.callbacks.map((fault, index) =>
        row('callbacks', index, [
          options('callbackKinds')[fault.kind] ?? fault.kind,
          options('callbackEffects')[fault.effect],
          often(fault),
        ]),
      ),
      ...faults.rest.map((fault, index) =>
        row('rest', index, [
          options('restMatches')[fault.match] ?? fault.match,
          options('restEffects')[fault.effect],
          often(fault),
        ]),
      ),
      ...faults.signalling.map((fault, index) =>
        row('signalling', index, [
          options('signalMessages')[fault.message],
          options('signalEffects')[fault.effect],
          often(fault),
        ]),
      ),
    );
  for (const box of document.querySelectorAll('[data-behaviour]')) {
    const value = faults.behaviours[box.dataset.behaviour];
    box.checked = value !== null && value !== false;
  }
}

function often({ times }) {
  return times === null ? word('options/times/always') : `× ${times}`;
}

function row(list, index, texts) {
  const item = element('li');
  const button = element('button', 'button quiet', word('remove'));
  button.type = 'button';
  button.setAttribute('aria-label', `${word('remove')}: ${texts.join(', ')}`);
  button.addEventListener('click', () =>
    change({ [list]: faults[list].filter((_, other) => other !== index) }),
  );
  item.append(element('span', '', texts.join(' · ')), button);
  return item;
}

function change(wanted) {
  void ask('PUT', 'faults', wanted);
}

function addFrom(selector, list) {
  document.querySelector(selector).addEventListener('submit', (event) => {
    event.preventDefault();
    const { times, ...fault } = Object.fromEntries(new FormData(event.target));
    change({ [list]: [...faults[list], { ...fault, times: times === 'always' ? null : Number(times) }] });
  });
}
addFrom('#callback-fault', 'callbacks');
addFrom('#rest-fault', 'rest');
addFrom('#signal-fault', 'signalling');

for (const box of document.querySelectorAll('[data-behaviour]'))
  box.addEventListener('change', () => {
    const name = box.dataset.behaviour;
    const value = name === 'restCallsPerSecond' ? (box.checked ? 1 : null) : box.checked;
    change({ behaviours: { [name]: value } });
  });

document.querySelector('#clear-faults').addEventListener('click', () => void ask('DELETE', 'faults'));
