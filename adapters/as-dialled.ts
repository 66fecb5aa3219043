/** A number as channels tell it, the way it is dialled here: `84912345678` and `+84912345678` are `0912345678`. */
export function asDialled(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.replace(/^\+?84(?=\d{9}$)/, '0').replace(/^(?=[1-9])/, '+');
}
