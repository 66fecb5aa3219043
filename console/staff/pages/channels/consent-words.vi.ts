/** What the page of the channels says of consent by the owners of the channels' accounts. */
export const said = {
  title: (channel: string) => `Quyền dùng tài khoản ${channel}`,
  states: {
    none: 'Chưa được cấp quyền',
    good: 'Đã được cấp quyền',
    failing: 'Chưa gia hạn được',
    lost: 'Cần cấp quyền lại',
  },
  account: 'Tài khoản',
  renewedAt: 'Làm mới gần nhất',
  goodUntil: 'Còn hạn tới',
  renews: 'Hệ thống tự làm mới trước khi hết hạn.',
  ask: 'Cấp quyền',
  askAgain: 'Cấp quyền lại',
  saved: (channel: string) =>
    `Trước khi cấp quyền, lưu hai giá trị này ở trang nhà phát triển của ${channel}:`,
  callbackUrl: 'Callback URL',
  challenge: 'Code Challenge',
  noCallback: 'Chưa có: hãy đặt PUBLIC_URL rồi khởi động lại hệ thống.',
  mismatch: (channel: string) =>
    `Nếu ${channel} báo lỗi -14003, một trong hai giá trị lưu ở đó khác với ở đây. Mỗi lần bấm nút, trang cấp quyền dùng được trong 10 phút.`,
};
