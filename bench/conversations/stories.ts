/** One line of a conversation: what the citizen writes, which button they press, or what staff do meanwhile. */
export type Line = string | { press: string } | { staff: 'take over' | 'hand back' } | { staffSays: string };

export interface Story {
  /** Name of the picture. */
  name: string;
  lines: readonly Line[];
}

/** Typical conversations, from the greeting to the end. */
export const STORIES: readonly Story[] = [
  {
    name: 'report',
    lines: [
      'Tối qua xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa',
      { press: 'Ẩn danh' },
      { press: 'Đúng rồi' },
    ],
  },
  {
    name: 'step-by-step',
    lines: [
      { press: 'Gửi phản ánh' },
      { press: 'Ô nhiễm môi trường' },
      'xe ben chở đất ko che bạt, bụi mù cả đường, bà con chịu hết nổi',
      'xã Hồng Kỳ, huyện Sóc Sơn, Hà Nội',
      { press: 'Để lại liên hệ' },
      'Trần Văn Nam 0987 654 321',
      { press: 'Đúng rồi' },
    ],
  },
  {
    name: 'emergency',
    lines: [
      'rò khí amoniac ở xưởng nước đá, có người ngất rồi cứu với',
      'xã Tân Hiệp, An Giang',
      '0912345678 gặp chị Hoa',
      { press: 'Đúng rồi' },
    ],
  },
  {
    name: 'misconduct',
    lines: [
      'Cán bộ địa chính xã Yên Phong, Bắc Ninh đòi 5 triệu mới đo đất, hôm thứ ba vừa rồi',
      'tên tôi có bị lộ không?',
      { press: 'Ẩn danh' },
      { press: 'Đúng rồi' },
    ],
  },
  {
    name: 'change-of-mind',
    lines: [
      'toi qua nguoi ta do xa ban lap ca muong o phuong Ba Dinh, Ha Noi',
      'đổ rác ra đường thì bị phạt bao nhiêu?',
      'à nhầm, phường Hồng Hà mới đúng',
      { press: 'Ẩn danh' },
      'thêm nữa là chỗ đó sát trường học',
      'ok gửi đi',
    ],
  },
  {
    name: 'procedure',
    lines: ['làm sổ đỏ lần đầu cần giấy tờ gì?', 'mất bao lâu', { press: 'Nơi nộp' }],
  },
  {
    name: 'penalty',
    lines: ['đốt rơm có bị phạt không?', 'thế vứt rác ra đường thì sao'],
  },
  { name: 'air', lines: ['không khí Hà Nội hôm nay thế nào?'] },
  { name: 'dossier', lines: ['hồ sơ của tôi tới đâu rồi?', 'H12.34-261102-0001'] },
  {
    name: 'person',
    lines: [
      'cho tôi gặp cán bộ',
      'xe rác ở xóm tôi mấy giờ mới tới vậy chị',
      { staff: 'take over' },
      { staffSays: 'Chào bạn, xóm mình có xe gom rác các sáng thứ ba và thứ sáu ạ.' },
      'vâng cảm ơn chị',
      { staff: 'hand back' },
      { press: '★★★★★' },
    ],
  },
];
