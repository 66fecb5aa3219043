/** What a ticket's page says of its incident. */
export const incidentWords = {
  others: (count: number) => `cùng ${count} phản ánh khác:`,
  alone: 'Không có phản ánh nào khác mà tài khoản này xem được.',
  answer: (count: number) => `Gửi cho cả vụ việc (thêm ${count} phản ánh khác)`,
  answerHint: 'Nhiều người sẽ cùng đọc: xin đừng nêu tên, số nhà, số điện thoại của ai.',
  move: (label: string, count: number) => `${label} luôn ${count} phản ánh khác cùng vụ việc`,
  moveTold: 'Nếu không chọn, những người gửi kia vẫn được báo tin, nhưng không kèm lời bạn viết.',
  moveUntold: 'Nếu không chọn, các phản ánh kia giữ nguyên.',
};
