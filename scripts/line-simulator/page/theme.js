import { word } from './language.js';

const THEMES = ['system', 'light', 'dark'];
const NAMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };
const button = document.querySelector('#theme');

let theme = THEMES.includes(localStorage.getItem('theme')) ? localStorage.getItem('theme') : 'system';

export function showTheme() {
  document.documentElement.dataset.theme = theme;
  button.textContent = word(NAMES[theme]);
}

button.addEventListener('click', () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  localStorage.setItem('theme', theme);
  showTheme();
});
