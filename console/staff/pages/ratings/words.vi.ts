/** What the page of ratings says. */
export const said = {
  title: 'Đánh giá của người dân',
  lead: 'Người dân chấm từ 1 đến 5 sao sau khi được trả lời. Trang này không cho biết người chấm là ai.',
  empty: 'Chưa có ai chấm sao. Sau mỗi việc xong, người dân sẽ được mời chấm.',
  average: 'Trung bình',
  ofFive: (average: number) => `${decimal(average)} trên 5 sao`,
  count: (count: number) => `${count} lượt chấm`,
  scores: 'Theo số sao',
  stars: (score: number) => `${score} sao`,
  months: 'Theo tháng',
  topics: 'Theo nội dung',
  talk: 'Nói chuyện với cán bộ',
  columns: { month: 'Tháng', topic: 'Nội dung', average: 'Trung bình', count: 'Lượt chấm' },
  words: 'Lời người dân',
  noWords: 'Chưa có lời nào.',
  shown: (average: number) => `${decimal(average)} ★`,
};

const decimal = (value: number): string =>
  value.toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
