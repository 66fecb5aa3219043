import { type TelegramEmulator } from '../emulator';
import { Person, type Group } from '../people';
import { type Phone } from '../phone';

/** A phone, open at one chat. */
export interface Seat {
  key: string;
  title: string;
  subtitle: string;
  phone: Phone;
}

/** Two neighbours, their group, and the group of those on duty. */
export function neighbourhood(telegram: TelegramEmulator): { seats: Seat[]; dutyGroup: Group } {
  const hoa = telegram.person({ first_name: 'Hoa', last_name: 'Trần' });
  const nam = telegram.person({ first_name: 'Nam', last_name: 'Nguyễn' });
  const lan = telegram.person({ first_name: 'Lan', last_name: 'Phạm' });
  const block = telegram.group('Tổ dân phố 5', [hoa, nam]);
  const dutyGroup = telegram.group('Nhóm trực đường dây nóng', [lan]);
  const seats = [
    { key: 'hoa', title: 'Chị Hoa', subtitle: 'nhắn riêng với bot', phone: hoa },
    { key: 'nam', title: 'Anh Nam', subtitle: 'nhắn riêng với bot', phone: nam },
    { key: 'nhom-hoa', title: 'Tổ dân phố 5', subtitle: 'nhóm, máy của chị Hoa', phone: block.phoneOf(hoa) },
    { key: 'nhom-nam', title: 'Tổ dân phố 5', subtitle: 'nhóm, máy của anh Nam', phone: block.phoneOf(nam) },
    { key: 'truc', title: 'Nhóm trực', subtitle: 'nhóm, máy của chị Lan', phone: dutyGroup.phoneOf(lan) },
  ];
  return { seats, dutyGroup };
}

/** Only in a private chat can the bot be blocked. */
export const personAt = ({ phone }: Seat) => (phone instanceof Person ? phone : undefined);
