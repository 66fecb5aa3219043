/** Lists of words, parted by commas. */
const list = (said: string): string[] => said.split(/, /);

/** How businesses are called, the longer before the shorter. */
export const HEADS = list(
  'công ty trách nhiệm hữu hạn, công ty cổ phần, công ty, tổng công ty, tập đoàn, ' +
    'doanh nghiệp tư nhân, doanh nghiệp, dntn, hợp tác xã, htx, xí nghiệp, nhà máy, nhà xưởng, ' +
    'phân xưởng, xưởng, cơ sở, trang trại, trại, lò, lò mổ, lò gạch, lò đốt, quán, quán nhậu, ' +
    'quán karaoke, nhà hàng, khách sạn, vựa, vựa ve chai, gara, garage, tiệm, mỏ, mỏ đá, trạm trộn, ' +
    'trạm trộn bê tông, kho, cty, tnhh, xn, phòng trà, bãi phế liệu, bãi vật liệu, lò giết mổ, cây xăng, ' +
    'phòng khám, phòng tập, phòng gym, nha khoa, đại lý, nhà nghỉ',
);

/** What they are or make: part of the name, but no name yet. */
export const TRADES = list(
  'tnhh, trách nhiệm hữu hạn, cổ phần, cp, mtv, một thành viên, tm, dv, sx, xd, xnk, đt, tm dv, ' +
    'thương mại, dịch vụ, sản xuất, xây dựng, đầu tư, xuất nhập khẩu, tư nhân, nông nghiệp, công nghiệp, ' +
    'giấy, dệt, nhuộm, dệt nhuộm, may, may mặc, da, thuộc da, giày, giày da, gỗ, mộc, cơ khí, thép, sắt, ' +
    'nhôm, inox, nhựa, cao su, hóa chất, phân bón, phân, thức ăn, thức ăn chăn nuôi, chăn nuôi, xi măng, ' +
    'gạch, gạch ngói, bê tông, bê tông nhựa, đá, cát, than, điện, nhiệt điện, đường, mía đường, bia, ' +
    'rượu, thủy sản, hải sản, chế biến, chế biến thủy sản, chế biến gỗ, tôm, cá, cá tra, heo, lợn, gà, ' +
    'vịt, bò, dê, cút, trâu, karaoke, nhậu, bar, cà phê, cafe, phở, ăn, bún, cơm, lẩu, nướng, giặt, ' +
    'giặt ủi, giặt là, rửa xe, sơn, sơn tĩnh điện, hàn, xay xát, xay đá, mì, bột mì, tinh bột, ' +
    'tinh bột mì, tinh bột sắn, bột, sắn, đốt rác, tái chế, tái chế nhựa, phế liệu, ve chai, mổ, mổ heo, ' +
    'mổ lợn, mổ gà, giết mổ, vôi, gốm, gốm sứ, in, in ấn, bao bì, mạ, xi mạ, mạ kẽm, pin, ắc quy, thuốc, ' +
    'thuốc trừ sâu, dược, dược phẩm, gas, xăng dầu, đúc, đúc đồng, đúc nhôm, rèn, nước đá, nước mắm, ' +
    'mắm, khai thác đá, khai thác cát, nghiền, nghiền đá, sấy, sấy cà phê, sấy lúa, mỹ phẩm, thực phẩm, ' +
    'bánh kẹo, bánh tráng, đậu hũ, đậu phụ, nhang, vàng mã, than tổ ong, than củi, ô tô, xe máy, ' +
    'điện tử, linh kiện, xử lý rác, xử lý chất thải, rác, môi trường, đô thị, môi trường đô thị, ' +
    'cấp nước, lốp xe, sang chiết gas',
);

/** Syllables of which names are made; in small letters nothing else tells a name from the words that follow it. */
export const SYLLABLES = (
  'phú lâm minh phát thành đạt hòa tân long hưng thịnh an bình nam việt đại hoàng kim ngọc sơn hải thái dương đức hùng tuấn anh ' +
  'vân nhung hồng hoa mai lan thiên phong quang vĩnh trường tiến tài lộc phước phúc thuận mỹ xuân thanh bảo gia khang nhật tín ' +
  'nghĩa đông tây bắc á châu hà tiên cửu thạnh lợi thắng lực hiệp toàn khánh linh phương hương huy khôi nguyên vũ lê trần nguyễn ' +
  'phạm bùi ngô đặng tâm trung tường vy yến hạnh nga dung cường dũng tùng bách duy hiếu quân khoa kiên nhân hậu hữu ' +
  'hai ba tư năm sáu bảy tám chín mười út biển xanh sao ánh sông đất vàng bạc'
).split(' ');
