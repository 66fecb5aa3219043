import { Seal } from '../../adapters/seal';
import { UserIdSeal } from '../../adapters/webchat/seal';

const secret = Buffer.from('a secret of the town');

/** As they lie in the logs of houses that have been running for years. */
const BEFORE = {
  file: '2qwXLqpWeIGTxKW4iFvrcjsgrR0kWikyyR-S9-RugGtosIuhCo6944rc-JUhotLJHo0iBC5A1Zd2nQ',
  user: 'b3DQJhKwdPUjdzqc8EY4P4WfVVuxGbiMQJ_u5f_vPShUqniR9yU5',
};

test('what was sealed before still opens', () => {
  expect(new Seal('botframework files', secret).open(BEFORE.file)).toBe('https://files.test/ca-nhan/lan');
  expect(new UserIdSeal(secret).open(BEFORE.user)).toBe('lan@tinh.vn');
});

test('what one channel sealed, or another house, nobody else opens', () => {
  const sealed = new Seal('botframework files', secret).close('lan');
  expect(sealed).not.toContain('lan');
  expect(new Seal('zalo files', secret).open(sealed)).toBeUndefined();
  expect(new Seal('botframework files', 'another secret').open(sealed)).toBeUndefined();
  expect(new Seal('botframework files', secret).open('no seal at all')).toBeUndefined();
});

test('a client that names itself again is sealed as before', () => {
  const seal = new UserIdSeal(secret);
  const sealed = seal.close('lan@tinh.vn');
  expect(seal.close('lan@tinh.vn')).toBe(sealed);
  expect(seal.close('hoa@tinh.vn')).not.toBe(sealed);
  expect(seal.open(sealed)).toBe('lan@tinh.vn');
});
