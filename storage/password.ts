import { HotlineError } from '../hotline/errors';

const SHORTEST = 12;
const LONGEST = 256;

/** Long enough for the rule, and still among the first that anybody would try. */
const COMMON = [
  '123456789012',
  '1234567890123',
  '12345678901234567890',
  '111111111111',
  '000000000000',
  '123123123123',
  '121212121212',
  'abcdefghijkl',
  'abcd12345678',
  'abc123456789',
  'a1b2c3d4e5f6',
  'aaaaaaaaaaaa',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopas',
  'qwerty123456',
  'asdfghjkl123',
  'zxcvbnm12345',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'administrator',
  'administrator1',
  'admin1234567',
  'admin12345678',
  'adminadminadmin',
  'letmein12345',
  'iloveyou1234',
  'welcome12345',
  'changeme1234',
  'matkhau12345',
  'matkhau123456',
  'matkhaumatkhau',
  'vietnam12345',
  'vietnam123456',
  'vietnamvietnam',
  'anhyeuem1234',
  'khongcomatkhau',
  'hotlinexanh1',
  'hotlinexanh123',
  'duongdaynong',
];

const weak = (message: string) => new HotlineError('weak_password', 400, message);

/** @throws HotlineError `weak_password`, with what to do about it */
export function refuseWeakPassword(password: string, owner: { email: string; name: string }): void {
  const length = [...password].length;
  if (length < SHORTEST) throw weak(`Mật khẩu cần ít nhất ${SHORTEST} ký tự.`);
  if (length > LONGEST) throw weak(`Mật khẩu không quá ${LONGEST} ký tự.`);
  const said = password.toLowerCase();
  if (COMMON.includes(said) || new Set(said).size < 4)
    throw weak('Mật khẩu này quá dễ đoán. Hãy ghép vài từ không liên quan với nhau.');
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map((word) => word.toLowerCase());
  if (own.includes(said)) throw weak('Mật khẩu không được trùng với email hoặc họ tên.');
}
