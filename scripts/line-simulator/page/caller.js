import { ask } from './ask.js';
import { element } from './keyed-list.js';
import { formatNumber, isWording, word } from './language.js';

const MALFORMED = '8(495)12-34 доб. 5';
const MOST_RECENT = 4;

const form = document.querySelector('#call-form');
const from = document.querySelector('#from');
const problem = document.querySelector('#call-problem');
let known = [];
let shownKnown = '';

const recent = () => JSON.parse(localStorage.getItem('recent') ?? '[]');

/** The caller's phone: whom to be, and the button that calls. */
export function startCaller(onPlaced) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form));
    problem.textContent = '';
    try {
      const number = given.from.trim();
      const call = await ask('POST', 'calls', {
        from: isWording('withheld', number) ? 'withheld' : compact(number),
        to: given.to || undefined,
        forwardedFrom: given.forwardedFrom || undefined,
        hangUpAfterSeconds: given.hangUpAfterSeconds ? Number(given.hangUpAfterSeconds) : undefined,
      });
      remember(number);
      onPlaced(call);
    } catch (error) {
      problem.textContent = word('noConsole', { problem: error.message });
    }
  });
  from.addEventListener('input', showName);
}

export function showCallers(state) {
  known = state.knownCallers;
  const all = JSON.stringify([known, state.numbers]);
  if (all === shownKnown) return;
  shownKnown = all;
  document.querySelector('#known').replaceChildren(
    ...known.map(({ name, number }) => {
      const option = new Option(name, number);
      option.label = `${name} · ${formatNumber(number)}`;
      return option;
    }),
  );
  const to = document.querySelector('#to');
  const chosen = to.value;
  to.replaceChildren(...state.numbers.map((number) => new Option(formatNumber(number), number)));
  if (chosen) to.value = chosen;
  showPresets();
  if (!from.value) choose(known[0]?.number ?? '+79991234567');
}

export function nameOf(number) {
  return known.find((caller) => caller.number === number)?.name ?? null;
}

export function showPresets() {
  if (isWording('withheld', from.value)) from.value = word('withheld');
  const presets = [
    ...(known.length > 0
      ? [['presetKnown', () => known[Math.floor(Math.random() * known.length)].number]]
      : []),
    ['presetUnknown', () => `+7999${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`],
    ['presetWithheld', () => word('withheld')],
    ['presetMalformed', () => MALFORMED],
  ].map(([name, number]) => chip(word(name), number));
  const again = recent().map((number) => chip(nameOf(number) ?? formatNumber(number), () => number));
  document.querySelector('#presets').replaceChildren(...presets, ...again);
  showName();
}

function chip(text, number) {
  const button = element('button', 'chip', text);
  button.type = 'button';
  button.addEventListener('click', () => choose(number()));
  return button;
}

function choose(number) {
  from.value = number;
  showName();
}

function showName() {
  const name = nameOf(compact(from.value));
  document.querySelector('#from-name').textContent = name ?? '';
}

// Spaces and dashes belong to how a good number is written; a malformed one is sent as it stands.
function compact(number) {
  const bare = number.replace(/[\s-]/g, '');
  return /^\+\d+$/.test(bare) ? bare : number.trim();
}

function remember(number) {
  if (isWording('withheld', number) || number === MALFORMED) return;
  const kept = [compact(number), ...recent().filter((other) => other !== compact(number))].slice(
    0,
    MOST_RECENT,
  );
  localStorage.setItem('recent', JSON.stringify(kept));
  showPresets();
}
