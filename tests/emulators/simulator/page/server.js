/** What a phone shows. */
export const seatAt = async (key) => (await fetch(`/simulator/seats/${key}`)).json();

/** All phones with the newest message of each, and what belongs to nobody. */
export const allSeats = async () => (await fetch('/simulator/seats')).json();

/** Does something as the person of a phone; what it answers, or an error in words. */
export async function act(key, what, fields = {}, files = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  const response = await fetch(`/simulator/seats/${key}/${what}`, { method: 'POST', body: form });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Calls back whenever something changed, many changes at once only once. */
export function onChange(look) {
  let due;
  new EventSource('/simulator/changes').onmessage = () => {
    due ??= setTimeout(() => {
      due = undefined;
      look();
    }, 50);
  };
}
