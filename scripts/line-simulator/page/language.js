import { LANGUAGES, WORDING } from './wording.js';

let language = LANGUAGES.includes(localStorage.getItem('language'))
  ? localStorage.getItem('language')
  : navigator.language.startsWith('en')
    ? 'en'
    : 'ru';

/** A wording by its path (`status.busy`), with `{name}` places filled in. */
export function word(path, values = {}) {
  const text = path.split('/').reduce((found, key) => found?.[key], WORDING[language]);
  return String(text ?? path).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether a text is that wording in any of the languages. */
export function isWording(path, text) {
  return LANGUAGES.some((each) => WORDING[each][path] === text);
}

export function options(name) {
  return WORDING[language].options[name];
}

/** Writes the wording into everything that asks for it, and calls back whenever the language changes. */
export function followLanguage(onChange) {
  const write = () => {
    document.documentElement.lang = language;
    document.title = word('title');
    for (const element of document.querySelectorAll('[data-word]'))
      element.textContent = word(element.dataset.word);
    for (const element of document.querySelectorAll('[data-label]'))
      element.setAttribute('aria-label', word(element.dataset.label));
    for (const select of document.querySelectorAll('select[data-options]'))
      fillOptions(select, options(select.dataset.options));
    for (const button of document.querySelectorAll('[data-language]'))
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    onChange();
  };
  for (const button of document.querySelectorAll('[data-language]'))
    button.addEventListener('click', () => {
      language = button.dataset.language;
      localStorage.setItem('language', language);
      write();
    });
  write();
}

export function fillOptions(select, texts) {
  const chosen = select.value;
  // Numeric keys come first in an object; the order of the wording is kept by its entries.
  select.replaceChildren(...Object.entries(texts).map(([value, text]) => new Option(text, value)));
  if (chosen) select.value = chosen;
}

export function formatNumber(number) {
  if (!number) return '—';
  if (number === 'anonymous') return word('withheld');
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  return russian ? `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}` : number;
}

/** Minutes and seconds between two moments in milliseconds: 1:05. */
export function formatSpan(fromMs, toMs) {
  const seconds = Math.max(0, Math.round((toMs - fromMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function formatTime(atMs) {
  return new Date(atMs).toLocaleTimeString('ru');
}
