import { nameAsked } from '../../nlp/contact';

describe('a name where one was asked for', () => {
  it.each([
    ['tui Tuan ne', 'Tuan'],
    ['tui Tuấn nè', 'Tuấn'],
    ['tui tuan ne', 'tuan'],
    ['Em Lan nha', 'Lan'],
    ['em lan nha', 'lan'],
    ['dạ em Hoà đây ạ', 'Hoà'],
    ['con Mai dạ', 'Mai'],
    ['bác tư đây', 'tư'],
    ['Út nè', 'Út'],
    ['tui tên Tuấn á', 'Tuấn'],
    ['NGUYỄN VĂN BA', 'NGUYỄN VĂN BA'],
    ['NGUYEN VAN BA NHA', 'NGUYEN VAN BA'],
    ['TẠ VĂN HAI NÈ', 'TẠ VĂN HAI'],
    ['KHƯƠNG VĂN DŨNG', 'KHƯƠNG VĂN DŨNG'],
    ['CHẾ THỊ LINH', 'CHẾ THỊ LINH'],
    ['CỔ THỊ MÂY', 'CỔ THỊ MÂY'],
    ['MÙA A VÀNG', 'MÙA A VÀNG'],
  ])('%s', (said, name) => {
    expect(nameAsked(said)).toBe(name);
  });

  it.each([
    'tui ở gần nè',
    'tui mệt nè',
    'em sợ nha',
    'em không nha',
    'Em Không Nói Nha',
    'Em Đồng Ý nha',
    'em dong y nha',
    'em dung nha',
    'em hieu a',
    'em hong nha',
    'mai nha',
    'Thôi nha',
    'ba năm nay',
    'Anh Ơi Nhanh Lên',
    'chị ơi giúp em',
    'KHÔNG CẦN',
    'XẢ THẢI RA SÔNG',
    'GIÚP TÔI VỚI',
    'ĐỪNG HỎI NỮA',
  ])('is none: %s', (said) => {
    expect(nameAsked(said)).toBeNull();
  });
});
