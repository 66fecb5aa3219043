import { isIP } from 'node:net';
import { z } from 'zod';

export function text(shape: RegExp, expected: string) {
  return z.string().trim().regex(shape, expected);
}

export function word() {
  return text(/^\S+$/, 'không được có khoảng trắng');
}

export function secret() {
  return text(/^\S{32,}$/, 'phải dài ít nhất 32 ký tự, không có khoảng trắng');
}

export function uuid() {
  return text(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'phải có dạng 00000000-0000-0000-0000-000000000000',
  );
}

const EMAIL = /^[^\s@,<>]+@[^\s@,<>]+$/;

export function email() {
  return text(EMAIL, 'phải là một địa chỉ thư, ví dụ duongdaynong@tinh.gov.vn');
}

export function emails() {
  return z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim()))
    .refine(
      (all) => all.every((each) => EMAIL.test(each)),
      'phải là các địa chỉ thư, cách nhau bằng dấu phẩy',
    );
}

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** Names of machines, each standing for all below it. */
export function hosts() {
  return z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim().toLowerCase()))
    .refine(
      (all) => all.every((each) => HOST.test(each)),
      'phải là các tên miền, cách nhau bằng dấu phẩy, ví dụ zdn.vn,dlfl.vn',
    );
}

export function whole(least: number, most: number) {
  const expected = `phải là số từ ${least} đến ${most}`;
  return text(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
}

function url(value: string): URL | undefined {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed && /^https?:$/.test(parsed.protocol) && !parsed.username ? parsed : undefined;
}

export function address() {
  return z
    .string()
    .refine((value) => url(value), 'phải là một địa chỉ http hoặc https')
    .transform((value) => value.replace(/\/+$/, ''));
}

export function origin() {
  return z
    .string()
    .refine((value) => {
      const parsed = url(value);
      return parsed?.pathname === '/' && !parsed.search && !parsed.hash;
    }, 'phải là địa chỉ gốc, ví dụ https://hotline.tinh.gov.vn')
    .transform((value) => new URL(value).origin);
}

/** "true" would believe whatever address a caller claims to have, so it is no answer. */
export function trustedProxies() {
  const expected =
    'phải là số proxy đứng trước (0 đến 9), hoặc các địa chỉ IP của chúng cách nhau bằng dấu phẩy';
  return z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim()))
    .refine((items) => items.every(isProxy) || /^(\d|false)$/.test(items.join()), expected)
    .transform((items) => {
      const [first = ''] = items;
      if (first === 'false' || first === '0') return false as const;
      return /^\d$/.test(first) ? Number(first) : items;
    });
}

function isProxy(item: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(item)) return true;
  const [ip = '', bits, ...rest] = item.split('/');
  const most = { 4: 32, 6: 128 }[isIP(ip)];
  if (most === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}
