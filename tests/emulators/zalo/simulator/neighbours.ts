import { type ZaloEmulator } from '../emulator';
import { type Person } from '../people';

/** A phone, open at the chat with the OA. */
export interface Seat {
  key: string;
  title: string;
  isStranger: boolean;
  person: Person;
}

/** Two neighbours, and somebody who is not signed in. */
export function neighbours(zalo: ZaloEmulator): Seat[] {
  return [
    { key: 'hoa', title: 'Chị Hoa', isStranger: false, person: zalo.person('Trần Thị Hoa') },
    { key: 'nam', title: 'Anh Nam', isStranger: false, person: zalo.person('Nguyễn Văn Nam') },
    { key: 'khach', title: 'Khách trên web', isStranger: true, person: zalo.stranger() },
  ];
}
