import { ask, choose, pick } from './dialogs.js';
import { at, make } from './dom.js';
import { act, allSeats, onChange, seatAt } from './server.js';

/** For first values of the questions. */
export const PLACE = { latitude: ['Vĩ độ', '21.5928'], longitude: ['Kinh độ', '105.8442'] };
const MOST_FILES = 10;
const NOTICE_MS = 6000;

let own;
let open;
let answering;
let shownOf;

/**
 * Starts the page: a list of phones, one of them open.
 * `title`, `about`: words above the list. `bubbles(seat)`, `summary(message)`: a phone's messages as elements, and one of
 * them as a line. `subtitle(seat)`: what stands below a phone's name. `attachments`: `[label, what to do]`.
 * `looked(all)`, `shown(seat)`: called when all phones, and the open one, were looked at anew.
 */
export function begin(given) {
  own = given;
  document.title = given.title;
  document.querySelector('h1').textContent = given.title;
  at('about').textContent = given.about;
  at('attach').onclick = () => choose(given.attachments);
  at('back').onclick = () => location.assign('#');
  at('answering').querySelector('button').onclick = stopAnswering;
  at('composer').onsubmit = (event) => (event.preventDefault(), say());
  at('text').onkeydown = sendOnEnter;
  window.onhashchange = openFromAddress;
  onChange(look);
  openFromAddress();
}

function openFromAddress() {
  open = location.hash.slice(1) || undefined;
  at('phone').hidden = !open;
  at('nobody').hidden = Boolean(open);
  stopAnswering();
  void look();
}

export async function look() {
  const all = await allSeats();
  at('seats').replaceChildren(...all.seats.map(seatInList));
  own.looked(all);
  if (open) show(await seatAt(open));
}

function seatInList(seat) {
  const button = make(
    'button',
    { type: 'button', className: 'seat', onclick: () => location.assign(`#${seat.key}`) },
    make('b', {}, seat.title),
    make('small', {}, own.subtitle(seat)),
    make('span', {}, own.summary(seat.messages.at(-1))),
  );
  button.ariaCurrent = String(seat.key === open);
  return make('li', {}, button);
}

function show(seat) {
  if (seat.key !== open) return;
  at('title').textContent = seat.title;
  at('subtitle').textContent = own.subtitle(seat);
  const log = at('log');
  const atEnd = shownOf !== seat.key || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  log.replaceChildren(...own.bubbles(seat));
  if (atEnd) log.scrollTop = log.scrollHeight;
  shownOf = seat.key;
  own.shown(seat);
}

function sendOnEnter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at('composer').requestSubmit();
}

async function say() {
  if (at('text').value.trim() === '') return;
  const replyTo = answering;
  stopAnswering();
  const text = takeTyped();
  await perform('say', replyTo ? { text, replyTo } : { text });
}

function takeTyped() {
  const { value } = at('text');
  at('text').value = '';
  return value;
}

/** What is said next answers this message. */
export function answer(id, message) {
  answering = id;
  at('answering-words').textContent = `Trả lời: ${own.summary(message).slice(0, 60)}`;
  at('answering').hidden = false;
  at('text').focus();
}

function stopAnswering() {
  answering = undefined;
  at('answering').hidden = true;
}

/** `caption`: what is typed goes along under this name, as in the app. */
export async function sendPicked(what, accept, { several = false, caption } = {}) {
  const files = await pick(accept, several);
  await perform(what, caption ? { [caption]: takeTyped() } : {}, files.slice(0, MOST_FILES));
}

export async function sendAsked(what, title, fields) {
  const given = await ask(title, fields);
  if (given) await perform(what, given);
}

/** As whoever's phone is open. What it answers; undefined when it did not go, which is told. */
export async function perform(what, fields, files, whose = open) {
  try {
    return await act(whose, what, fields, files);
  } catch (error) {
    notice(error.message);
    return undefined;
  }
}

export function notice(words) {
  at('notice').textContent = words;
  at('notice').hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => (at('notice').hidden = true), NOTICE_MS);
}
