/** What is said of the grant to those who run the hotline; nothing of it reaches citizens. */
export const words = {
  none: 'Zalo chưa được cấp quyền: quản trị viên vào Bàn làm việc → Kênh, bấm “Cấp quyền”',
  lost: 'Zalo cần cấp quyền lại: quản trị viên vào Bàn làm việc → Kênh, bấm “Cấp quyền lại”',
  trouble: {
    app: (reason: string) =>
      `Zalo không nhận ZALO_APP_ID hoặc ZALO_APP_SECRET (${reason}); hãy kiểm tra hai biến này`,
    ours: 'Chưa đọc được quyền của Zalo trong cơ sở dữ liệu; hệ thống đang thử lại',
    busy: 'Một tiến trình khác đang gia hạn quyền của Zalo, hãy thử lại sau ít giây',
    spent: (brokeOff: boolean, reason: string) =>
      brokeOff
        ? `Câu trả lời của Zalo bị mất giữa chừng nên quyền cũ đã hết hiệu lực (${reason})`
        : `Zalo cho biết quyền đã hết hạn, đã bị thu hồi hoặc đã dùng ở nơi khác (${reason})`,
    refusedAtOnce:
      'Zalo không nhận cả mã vừa cấp: hãy xem ứng dụng còn hoạt động và còn liên kết với OA hay không',
    renewal: (reason: string) => `Zalo chưa gia hạn quyền (${reason}); hệ thống đang thử lại`,
    unreachable: (reason: string) => `Không gọi được Zalo (${reason})`,
  },
  noPublicUrl:
    'Chưa đặt PUBLIC_URL nên Zalo không biết đường quay về. Hãy đặt PUBLIC_URL rồi khởi động lại hệ thống.',
  page: {
    title: 'Cấp quyền Zalo',
    back: 'Về trang Kênh',
    outcomes: {
      done: {
        title: 'Đã cấp quyền',
        text: 'Đường dây nóng đã được quyền nhận và gửi tin qua Zalo. Bạn có thể đóng trang này.',
      },
      stale: {
        title: 'Liên kết không còn dùng được',
        text: 'Mỗi lần cấp quyền dùng được một lần, trong 10 phút. Hãy bấm “Cấp quyền” lần nữa ở trang Kênh.',
      },
      denied: {
        title: 'Zalo không trả mã cấp quyền',
        text: 'Có thể bạn chưa bấm đồng ý. Hãy bấm “Cấp quyền” lần nữa và đồng ý bằng tài khoản quản trị của OA.',
      },
      mismatch: {
        title: 'Zalo không nhận mã (lỗi -14003 hoặc tương tự)',
        text: 'Địa chỉ quay về hoặc Code Challenge lưu ở trang nhà phát triển của Zalo khác với ở trang Kênh. Hãy chép lại cả hai từ trang Kênh, lưu, rồi cấp quyền lại.',
      },
      spent: {
        title: 'Zalo không nhận mã',
        text: 'Mã đã hết hạn, đã dùng, hoặc Code Challenge lưu ở Zalo khác với ở trang Kênh. Hãy kiểm tra Code Challenge rồi cấp quyền lại.',
      },
      refused: {
        title: 'Zalo từ chối ứng dụng',
        text: 'Hãy kiểm tra ZALO_APP_ID và ZALO_APP_SECRET: phải đúng ứng dụng đã liên kết với OA. Sửa xong, khởi động lại rồi cấp quyền lại.',
      },
      unknown: {
        title: 'Chưa nhận được trả lời của Zalo',
        text: 'Đường truyền tới Zalo bị ngắt giữa chừng. Hãy cấp quyền lại sau ít phút.',
      },
      failed: {
        title: 'Hệ thống gặp lỗi',
        text: 'Chưa lưu được quyền mới. Hãy cấp quyền lại sau ít phút; nếu vẫn lỗi, xem nhật ký của hệ thống.',
      },
    },
  },
};

export type Outcome = keyof typeof words.page.outcomes;
