import { language } from './i18n.js';

// Deadlines are the server's. How far this computer's clock is from that one is measured, so a wrong clock shows right countdowns.
let offset = 0;

export const synchronise = serverNow => { offset = Date.parse(serverNow) - Date.now(); };
export const now = () => Date.now() + offset;

/** What is left until an instant: "1:04:09", "4:09"; "0:00" when it is over. */
export function remaining(until) {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now()) / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = number => String(number).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// Among the regions that the browser prefers, the one of the chosen language: people in London and Chicago write times differently.
const locale = () => navigator.languages.find(one => one.toLowerCase().startsWith(language())) ?? language();

/** The time of an instant, with the day unless it is today. */
export function moment(instant) {
  const date = new Date(instant);
  const sameDay = date.toDateString() === new Date(now()).toDateString();
  return new Intl.DateTimeFormat(locale(), sameDay ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' }).format(date);
}

/** Time with seconds, for the history. */
export function exactly(instant) {
  const date = new Date(instant);
  const sameDay = date.toDateString() === new Date(now()).toDateString();
  return new Intl.DateTimeFormat(locale(), sameDay ? { timeStyle: 'medium' } : { dateStyle: 'short', timeStyle: 'medium' }).format(date);
}

/** Keeps every <time data-until> of the document counting. */
export function tick() {
  setInterval(() => {
    for (const element of document.querySelectorAll('time[data-until]')) {
      element.textContent = remaining(element.dataset.until);
    }
  }, 500);
}
