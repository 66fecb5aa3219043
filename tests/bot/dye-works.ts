/** All is known of it but who reports. */
export const STORY =
  'Tối qua xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
/** Neither is when. */
export const UNDATED = 'xưởng nhuộm ở phường Ba Đình, Hà Nội xả nước thải đỏ ngầu ra hồ, nổi bọt trắng xóa';
