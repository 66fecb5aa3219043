import type { StaffRef } from '../../hotline/conversation/conversations';
import type { ConversationId } from '../../hotline/conversation/turn';
import type { Agency, Location } from '../../hotline/ticket/ticket';

/** A citizen everybody in the tests knows; `name` and `phone` must never be found outside their identity. */
export interface Citizen {
  conversation: ConversationId;
  name: string;
  /** As they type it. */
  phone: string;
  e164: string;
  home: Location;
}

const conversation = (id: string) => id as ConversationId;

/** Chị Hoa lives beside a lake in the middle of the capital. */
export const hoa: Citizen = {
  conversation: conversation('conversation-of-hoa'),
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  e164: '+84912345678',
  home: {
    text: '12 Quán Thánh, phường Ba Đình, Hà Nội',
    provinceCode: '01',
    communeCode: '00004',
    lat: null,
    lon: null,
  },
};

/** Anh Nam has fields and a fish pond by the canal, in a commune whose name stands in three provinces. */
export const nam: Citizen = {
  conversation: conversation('conversation-of-nam'),
  name: 'Trần Văn Nam',
  phone: '+84 987 654 321',
  e164: '+84987654321',
  home: {
    text: 'ấp Kinh 5, xã Tân Hiệp, An Giang',
    provinceCode: '91',
    communeCode: '30850',
    lat: null,
    lon: null,
  },
};

/** Bác Tâm has waited for a land paper for long, and was asked for an envelope. */
export const tam: Citizen = {
  conversation: conversation('conversation-of-tam'),
  name: 'Lê Minh Tâm',
  phone: '098.888.7766',
  e164: '+84988887766',
  home: {
    text: 'xã Yên Phong, Bắc Ninh',
    provinceCode: '24',
    communeCode: '09193',
    lat: null,
    lon: null,
  },
};

/** Chị Lan answers citizens by day, anh Dũng after her. */
export const lan: StaffRef = { id: 'staff-lan', name: 'Phạm Thị Lan' };
export const dung: StaffRef = { id: 'staff-dung', name: 'Đỗ Tiến Dũng' };

export const hanoiDepartment: Agency = {
  code: 'SNNMT-01',
  name: 'Sở Nông nghiệp và Môi trường Thành phố Hà Nội',
};
export const baDinhOffice: Agency = { code: 'UBND-00004', name: 'UBND Phường Ba Đình' };

/** Monday, 23 November 2026, nine in the morning in Vietnam. */
export const monday = new Date('2026-11-23T09:00:00+07:00');
