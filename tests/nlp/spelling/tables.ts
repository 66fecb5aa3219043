/** As it is typed, and as it is spelt. */
export type Spelling = readonly [typed: string, spelt: string];

export const LOOK_ALIKES: readonly Spelling[] = [
  ['ｐｈườｎｇ', 'phường'],
  ['𝐡ôi', 'hôi'],
  ['рhường', 'phường'],
  ['сá сhết', 'cá chết'],
  ['nướс thải', 'nước thải'],
  ['ðường', 'đường'],
  ['ɖất', 'đất'],
  ['ƌường', 'đường'],
  ['phư\u200bờng', 'phường'],
  ['phư\u00adờng', 'phường'],
  ['ô\ufeff nhiễm', 'ô nhiễm'],
  // Another language stays one.
  ['вода', 'вода'],
  ['ελλάδα', 'ελλάδα'],
];

export const TONES: readonly Spelling[] = [
  ['hòa', 'hoà'],
  ['hoà', 'hoà'],
  ['HÒA BÌNH', 'hoà bình'],
  ['thủy', 'thuỷ'],
  ['thuỷ', 'thuỷ'],
  ['khỏe', 'khoẻ'],
  ['xóa', 'xoá'],
  ['ủy ban', 'uỷ ban'],
  ['quý', 'quý'],
  ['qúy', 'quý'],
  ['quí', 'quí'],
  ['tòan', 'toàn'],
  ['hòan', 'hoàn'],
  ['cuả', 'của'],
  ['muà', 'mùa'],
  ['mía', 'mía'],
  ['già', 'già'],
  ['gìa', 'già'],
  ['gì', 'gì'],
  ['giếng', 'giếng'],
  ['quả', 'quả'],
  ['ngừơi', 'người'],
  ['ngưòi', 'người'],
  ['nưóc', 'nước'],
  ['đưòng', 'đường'],
  ['khuỷu', 'khuỷu'],
  ['ngoài', 'ngoài'],
  ['thuở', 'thuở'],
];

export const TELEX: readonly Spelling[] = [
  ['oo nhieexm', 'ô nhiễm'],
  ['Nuwowcs thair', 'nước thải'],
  ['dduwowngf', 'đường'],
  ['dduowngf', 'đường'],
  ['dduongwf', 'đường'],
  ['dduwongf', 'đường'],
  ['dduwowfng', 'đường'],
  ['ddwowngf', 'đường'],
  ['duowngfd', 'đường'],
  ['duongwf', 'dường'],
  ['DDUWOWNGF', 'đường'],
  ['truwowngf', 'trường'],
  ['truongwf', 'trường'],
  ['nhieemx', 'nhiễm'],
  ['nhiexem', 'nhiễm'],
  ['nhiexme', 'nhiễm'],
  ['tiengse', 'tiếng'],
  ['nguyeenx', 'nguyễn'],
  ['datasd', 'đất'],
  ['ddaats', 'đất'],
  ['dduwowcj', 'được'],
  ['quyeenf', 'quyền'],
  ['thuyr', 'thuỷ'],
  ['giaays', 'giấy'],
  ['hoaf', 'hoà'],
  ['cas cheets', 'cá chết'],
  ['rachs', 'rách'],
  ['thoosi', 'thối'],
  ['booi', 'bôi'],
  ['khoong', 'không'],
];

export const VNI: readonly Spelling[] = [
  ['o6 nhie64m', 'ô nhiễm'],
  ['nhie6m4', 'nhiễm'],
  ['mo6i tru7o7ng2', 'môi trường'],
  ['d9u7o7ng2', 'đường'],
  ['d9a61t nu7o7c1', 'đất nước'],
  ['ca1 che61t', 'cá chết'],
  // Nothing in the text shows VNI: digits are digits.
  ['lo6 khu7 ap3', 'lo6 khu7 ap3'],
  ['so9 to6 d9', 'so9 to6 d9'],
  ['khong6', 'khong6'],
  // In one that does, what is no syllable is as it was.
  ['mo6i tru7o7ng2 p12 co2', 'môi trường p12 co2'],
];

export const HELD_DOWN: readonly Spelling[] = [
  ['hôiiii', 'hôi'],
  ['quáaaa', 'quá'],
  ['QUÁÁÁ', 'quá'],
  ['trờii', 'trời'],
  ['ơiiiii', 'ơi'],
  ['ghêêê', 'ghê'],
  ['khônggg', 'không'],
  ['thúiiii', 'thúi'],
  ['nướccc', 'nước'],
  ['koooo', 'không'],
  ['tksss', 'cảm ơn'],
  // Laughter and noise are no words.
  ['kkkk', 'kkkk'],
  ['zzz', 'zzz'],
  ['www', 'www'],
];

export const SHORT_FORMS: readonly Spelling[] = [
  ['ko', 'không'],
  ['k', 'không'],
  ['hok', 'không'],
  ['KO', 'không'],
  ['dc', 'được'],
  ['đc', 'được'],
  ['j', 'gì'],
  ['z', 'vậy'],
  ['vs', 'với'],
  ['mk', 'mình'],
  ['ntn', 'như thế nào'],
  ['sđt', 'số điện thoại'],
  ['KCN', 'khu công nghiệp'],
  ['xlnt', 'xử lý nước thải'],
  ['GPMT', 'giấy phép môi trường'],
  ['ĐTM', 'đánh giá tác động môi trường'],
  ['gcn', 'giấy chứng nhận'],
  ['UBND', 'uỷ ban nhân dân'],
  ['cty', 'công ty'],
  ['50k', '50k'],
  ['50 k', '50 k'],
  ['100k thôi k có', '100k thôi không có'],
];

export const AGENCIES: readonly Spelling[] = [
  ...['TN&MT', 'TN-MT', 'tn mt', 'TN & MT', 'TNMT', 'tnmt'].map((typed): Spelling => [
    typed,
    'tài nguyên môi trường',
  ]),
  ...['NN&MT', 'NN-MT', 'nn mt', 'NN & MT', 'NNMT'].map((typed): Spelling => [
    typed,
    'nông nghiệp môi trường',
  ]),
  ['Sở TN&MT', 'sở tài nguyên môi trường'],
  ['Phòng TN&MT', 'phòng tài nguyên môi trường'],
  ['Bộ NN&MT', 'bộ nông nghiệp môi trường'],
  // Alone they may be anything.
  ['tn', 'tn'],
  ['nn, mt', 'nn môi trường'],
  ['tn mtt', 'tn mtt'],
];

export const AS_IT_IS: readonly string[] = [
  ...['gas', 'bus', 'bar', 'max', 'box', 'xe ben', 'xoong', 'moong', 'taxi', 'test', 'car', 'fax', 'chip'],
  ...['karaoke', 'container', 'facebook', 'zalo', 'camera', 'video', 'virus', 'email', 'website', 'offline'],
  ...[
    'here',
    'there',
    'these',
    'list',
    'host',
    'post',
    'posts',
    'visa',
    'sofa',
    'motor',
    'tree',
    'off',
    'boss',
  ],
  ...['co2', 'pm10', 'h2s', 'nh3', 'p12', 'q1', 'tổ 5', 'ấp 3', 'km12', 'ql9', '0790xxx'],
  ...['công ty', 'nổ mìn', 'bít cống', 'sụt lún', 'sut lun', 'mui thui', 'cuu voi'],
];

/** Only letters and digits are words: of an address remain its words. */
export const ADDRESSES: readonly Spelling[] = [
  ['XH-2026-000123', 'xh 2026 000123'],
  ['H29.10-251103-0012', 'h29 10 251103 0012'],
  ['51F-123.45', '51f 123 45'],
  ['hoa.nguyen@gmail.com', 'hoa nguyen gmail com'],
  ['https://www.facebook.com/posts/123', 'https www facebook com posts 123'],
];
