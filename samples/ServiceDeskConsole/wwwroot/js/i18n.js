// Texts stand in /texts/<language>.json; what the API refuses it explains itself, in the language that it is asked in.

export const languages = { en: 'English', fr: 'Français' };

let texts = {};
let current = 'en';

export const language = () => current;

/** The text of a key, with {values} filled in. A key that ends in a count picks ".one" or ".other". */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) {
    throw new Error(`There is no text "${key}".`);
  }

  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** The text of a key that may be unknown, such as the name of an event that a newer server has. */
export const known = (key, otherwise) => texts[key] ?? otherwise;

/** The language chosen before, else that of the browser. */
export function preferred() {
  const chosen = localStorage.getItem('language');
  return chosen in languages ? chosen : navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export async function setLanguage(wanted) {
  const response = await fetch(`/texts/${wanted}.json`);
  if (!response.ok) {
    throw new Error(`The texts of "${wanted}" did not come: ${response.status}.`);
  }

  texts = await response.json();
  current = wanted;
  document.documentElement.lang = wanted;
  localStorage.setItem('language', wanted);
}
