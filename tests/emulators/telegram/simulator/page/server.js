/** What a phone shows. */
export const seatAt = async (key) => (await fetch(`/simulator/seats/${key}`)).json();

/** The bot, its commands, and all phones with the newest message of each. */
export const allSeats = async () => (await fetch('/simulator/seats')).json();

export const fileAddress = ({ file_id }) => `/simulator/files/${file_id}`;

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
