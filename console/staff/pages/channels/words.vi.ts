/** What the page of the channels says. */
export const said = {
  title: 'Kênh liên lạc',
  columns: {
    channel: 'Kênh',
    state: 'Tình trạng',
    lastIn: 'Tin đến gần nhất',
    lastOut: 'Tin đi gần nhất',
    backlog: 'Đang chờ gửi',
    failures: 'Lỗi trong 1 giờ',
    dead: 'Không gửi được',
  },
  names: {
    webchat: 'Trang web',
    telegram: 'Telegram',
    zalo: 'Zalo',
    botframework: 'Teams, Bot Framework',
  } as Record<string, string>,
  states: { on: 'Đang chạy', off: 'Tắt', down: 'Mất kết nối' },
  since: (when: string) => `từ ${when}`,
  waiting: (count: number) => `${count.toLocaleString('vi-VN')} chờ người dân nhắn lại`,
  unreachable: (count: number) => `${count.toLocaleString('vi-VN')} do người dân đã chặn`,
  carriers: {
    telegram: 'nhóm Telegram',
    email: 'thư điện tử',
    inspectors: 'thư điện tử cho thanh tra',
  } as Record<string, string>,
  alertsFail: (carrier: string, when: string, waiting: number) =>
    `Báo tin qua ${carrier} bị lỗi từ ${when}, còn ${waiting.toLocaleString('vi-VN')} tin chưa báo được.`,
  alertsOff:
    'Chưa có cách báo tin cho cán bộ. Hãy đặt ALERT_TELEGRAM_CHAT_ID, hoặc ALERT_EMAIL_TO, ALERT_EMAIL_FROM và SMTP_URL.',
  letters: {
    title: 'Tin không gửi được',
    lead: 'Nội dung tin nằm trong cuộc trò chuyện. “Gửi lại tất cả” bỏ qua những người đã chặn đường dây nóng.',
    empty: 'Không có tin nào bị kẹt.',
    columns: { channel: 'Kênh', at: 'Viết lúc', deadAt: 'Bỏ cuộc lúc', by: 'Ai viết', reason: 'Lý do' },
    by: { bot: 'Máy', staff: 'Cán bộ' },
    unreachable: 'Người dân đã chặn',
    open: 'Xem trò chuyện',
    replay: 'Gửi lại',
    replayOne: (when: string) => `Gửi lại tin viết lúc ${when}`,
    replayAll: 'Gửi lại tất cả',
    replayed: (count: number) =>
      count > 0 ? `Đang gửi lại ${count.toLocaleString('vi-VN')} tin.` : 'Không còn tin nào cần gửi lại.',
    busy: 'Có cuộc trò chuyện đang gửi tin khác. Hãy bấm lại sau ít giây.',
  },
};
