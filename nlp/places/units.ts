import type { FormerDistrict, FormerProvince, Gazetteer } from '../types';
import { type Kind, type Level, kindOf } from './kinds';

/** A province, district or commune, of today or of before July 2025. */
export interface Unit {
  level: Level;
  kind: Kind;
  fullName: string;
  /** The code of today; undefined for a unit of before July 2025. */
  code: string | undefined;
  /** What it lies in: a former commune in its district, a district in its former province. */
  within: Unit | undefined;
  /** Codes of today's communes that it is or went to, the largest part first, parted by spaces. */
  to: string;
  provinceCode: string;
}

/** All units, and which belong together. */
export interface Land {
  units: Unit[];
  /** The former communes of a district. */
  parts: ReadonlyMap<Unit, readonly Unit[]>;
  /** By code of a commune of today the districts from which it was made. */
  origins: ReadonlyMap<string, readonly Unit[]>;
}

/** The units of a gazetteer in one list: today's first, larger ones before smaller ones. */
export function landOf({ provinces, communes, former }: Gazetteer): Land {
  const land = { units: [] as Unit[], parts: new Map<Unit, Unit[]>(), origins: new Map<string, Unit[]>() };
  for (const { code, fullName } of provinces)
    land.units.push(unitOf('province', fullName, { code, provinceCode: code }));
  for (const { code, fullName, provinceCode } of communes)
    land.units.push(unitOf('commune', fullName, { code, provinceCode, to: code }));
  for (const province of former) addFormer(land, province);
  return land;
}

type Growing = { units: Unit[]; parts: Map<Unit, Unit[]>; origins: Map<string, Unit[]> };

function addFormer(land: Growing, { name, to, districts }: FormerProvince): void {
  const province = unitOf('province', name, { provinceCode: to });
  land.units.push(province);
  for (const district of districts) addDistrict(land, province, district);
}

function addDistrict({ units, parts, origins }: Growing, within: Unit, district: FormerDistrict): void {
  const { provinceCode } = within;
  const unit = unitOf('district', district.name, { within, provinceCode, to: district.to ?? '' });
  const communes = Object.entries(district.communes).map(([name, to]) =>
    unitOf('commune', name, { within: unit, provinceCode, to }),
  );
  units.push(unit, ...communes);
  parts.set(unit, communes);
  for (const each of [unit, ...communes])
    for (const code of successors(each)) {
      const known = origins.get(code);
      if (!known) origins.set(code, [unit]);
      else if (known.at(-1) !== unit) known.push(unit);
    }
}

function unitOf(
  level: Level,
  fullName: string,
  more: { provinceCode: string; code?: string; within?: Unit; to?: string },
): Unit {
  const { code, within, to = '', provinceCode } = more;
  return { level, kind: kindOf(fullName), fullName, code, within, to, provinceCode };
}

/** Codes of today's communes that a unit is or went to. */
export const successors = ({ to }: Unit): string[] => (to === '' ? [] : to.split(' '));

/** How surely one unit lies in another: 2 by the register, 1 only in the province that the other became part of, 0 not. */
export function liesIn(unit: Unit, area: Unit, { origins }: Land): 0 | 1 | 2 {
  if (unit === area) return 0;
  if (area.level === 'district') return unit.level === 'commune' && inDistrict(unit, area, origins) ? 2 : 0;
  if (area.level !== 'province' || unit.provinceCode !== area.provinceCode) return 0;
  if (area.code !== undefined || unit.level === 'province') return 2;
  return inFormerProvince(unit, area, origins) ? 2 : 1;
}

function inDistrict(unit: Unit, district: Unit, origins: Land['origins']): boolean {
  if (unit.code === undefined) return unit.within === district;
  return origins.get(unit.code)?.includes(district) ?? false;
}

function inFormerProvince(unit: Unit, province: Unit, origins: Land['origins']): boolean {
  if (unit.code === undefined)
    return (unit.level === 'commune' ? unit.within?.within : unit.within) === province;
  return origins.get(unit.code)?.some(({ within }) => within === province) ?? false;
}
