import type { Example } from '../../../nlp/classifier/learn';

const said = (label: string, texts: readonly string[]): Example[] =>
  texts.map((text) => ({ text, labels: { label } }));

/** Three labels that share no word, as little as can be learnt from. */
export const EXAMPLES: readonly Example[] = [
  ...said('water', [
    'nước thải chảy ra kênh đen ngòm',
    'nhà máy xả nước thải ra sông',
    'nước kênh đen sì bốc mùi',
    'cá chết trắng sông vì nước thải',
    'nước sông đổi màu đen',
    'xả thải ra kênh làm cá chết',
  ]),
  ...said('noise', [
    'karaoke ồn ào suốt đêm',
    'mở loa kẹo kéo ầm ĩ',
    'ồn quá không ngủ được',
    'hát karaoke loa to tới khuya',
    'tiếng máy ầm ĩ suốt ngày đêm',
    'loa phường ồn ào quá',
  ]),
  ...said('paper', [
    'làm sổ đỏ cần giấy tờ gì',
    'thủ tục cấp giấy chứng nhận',
    'hồ sơ cấp sổ đỏ gồm những gì',
    'giấy tờ làm thủ tục sang tên',
    'thủ tục sang tên sổ đỏ',
    'cần những giấy tờ gì để làm hồ sơ',
  ]),
];

/** Others that say the same. */
export const UNSEEN: readonly (readonly [label: string, text: string])[] = [
  ['water', 'nước thải đen ngòm chảy ra sông, cá chết'],
  ['noise', 'karaoke loa kẹo kéo ồn suốt đêm'],
  ['paper', 'cho hỏi thủ tục làm sổ đỏ cần giấy tờ gì'],
];
