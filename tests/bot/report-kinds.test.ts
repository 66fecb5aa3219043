import { keyOf, fold } from '../../nlp/fold';
import { kindNamed } from '../../bot/dialogs/report/steps/kinds';
import { understand } from '../town/content';
import { monday } from '../town/people';
import { bothWays } from './both-ways';

const WAYS = [
  ['with accents', (text: string) => text],
  ['without accents', fold],
] as const;

describe.each(WAYS)('what kind it is, told %s', (_manner, typed) => {
  it.each([
    ['bị ong đốt sưng mặt, tổ ong to trên cây gần trường', 'other'],
    ['kiến ba khoang đốt cả xóm mà không ai phun thuốc', 'other'],
    ['muỗi đốt nhiều quá do mương nước đọng lâu ngày', 'other'],
    ['mặt sông có váng dầu óng ánh', 'water'],
    ['váng dầu nổi đầy mặt kênh', 'water'],
    ['bùn đỏ từ mỏ chảy xuống suối', 'water'],
    ['vứt thùng sơn cũ đầy bãi đất trống', 'hazardous_waste'],
    ['giẻ lau dính dầu nhớt vứt ngoài bãi', 'hazardous_waste'],
    ['axit đổ ra đường bốc khói', 'hazardous_waste'],
    ['xưởng may đốt vải vụn mỗi chiều', 'open_burning'],
    ['hàng xóm đốt nhựa khét quá', 'open_burning'],
    ['muỗi nhiều nên họ đốt rác hun khói', 'open_burning'],
  ])('in a story: %s', (text, category) => {
    expect(understand(typed(text), monday).category).toBe(category);
  });

  it.each([
    ['bị ong đốt', 'other'],
    ['muỗi đốt', 'other'],
    ['váng dầu', 'water'],
    ['dầu nhớt đổ xuống sông', 'water'],
    ['hóa chất chảy ra mương', 'water'],
    ['axit', 'hazardous_waste'],
    ['hóa chất đổ ra đường', 'hazardous_waste'],
    ['thùng sơn với giẻ lau', 'hazardous_waste'],
    ['keo dán thừa', 'hazardous_waste'],
    ['đốt vải', 'open_burning'],
    ['đốt nhựa', 'open_burning'],
    ['ông hàng xóm đốt', 'open_burning'],
    ['rác trên sông', 'solid_waste'],
    ['đột nhiên vậy đó', undefined],
  ])('in an answer: %s', (text, category) => {
    const said = typed(text);
    expect(kindNamed({ key: keyOf(said), text: said })).toBe(category);
  });
});

bothWays('who is stung is not asked about a fire', async (citizen) => {
  await citizen.tells(
    'kiến ba khoang đốt cả xóm ở phường Ba Đình, Hà Nội từ hôm qua',
    'bị kiến đốt',
    'ẩn danh',
  );
  await citizen.says('đúng rồi');
  expect(citizen.tickets()[0]?.category).toBe('other');
});
