import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Commune, FormerProvince, Province } from '../../nlp/types';
import type { Chance } from './chance';
import type { PlaceGoal } from './goal';

const ROOT = process.cwd();
const json = <T>(file: string): T =>
  JSON.parse(readFileSync(join(ROOT, 'content', 'gazetteer', file), 'utf8')) as T;

interface Known {
  says: string;
  then?: string[];
  commune: string;
}

/** Where the citizens of a set live. */
export interface Region {
  /** The file of places as they are told there. */
  places: string;
  /** Codes; null: the whole country. */
  provinces: readonly string[] | null;
  /** So many of a hundred places are of the file. */
  written: number;
}

/** Draws places: some that are written down, most from the whole country, in the ways people tell them. */
export class Country {
  private readonly all = json<Commune[]>('communes.json');
  private readonly byCode = new Map(this.all.map((commune) => [commune.code, commune]));
  private readonly provinces = new Map(
    json<Province[]>('provinces.json').map((province) => [province.code, province]),
  );
  private readonly known: Known[];
  private readonly communes: Commune[];
  private readonly former: Former[];
  private readonly namesakes: Commune[];

  constructor(private readonly region: Region) {
    const isHere = (province: string): boolean => region.provinces?.includes(province) ?? true;
    this.known = parse(readFileSync(join(ROOT, 'bench', 'citizens', region.places), 'utf8')) as Known[];
    this.communes = this.all.filter(({ provinceCode }) => isHere(provinceCode));
    this.former = formerUnits(json<FormerProvince[]>('former.json').filter(({ to }) => isHere(to)));
    this.namesakes = this.communes.filter((commune) =>
      this.all.some(
        ({ fullName, provinceCode }) =>
          fullName === commune.fullName && provinceCode !== commune.provinceCode,
      ),
    );
  }

  /** Any place, in any of the ways. */
  place(chance: Chance): PlaceGoal {
    const way = chance.below(100);
    if (way < this.region.written) return this.written(chance);
    if (way < 64) return this.told(chance);
    if (way < 76) return this.formerly(chance);
    if (way < 84) return this.nameAlone(chance);
    return way < 92 ? this.position(chance) : this.landmark(chance);
  }

  private written(chance: Chance): PlaceGoal {
    const { says, then = [], commune } = chance.oneOf(this.known);
    return this.goal(this.unit(commune), says, then, then.length === 0);
  }

  /** A commune of today with its province, with or without what stands before. */
  told(chance: Chance): PlaceGoal {
    const commune = chance.oneOf(this.communes);
    const says = chance.oneOf(WAYS)(this.parts(commune), chance);
    return this.goal(commune, says, [this.full(commune)]);
  }

  /** By the name of before July 2025, as most people still say it. */
  private formerly(chance: Chance): PlaceGoal {
    const { name, district, province, to } = chance.oneOf(this.former);
    const short = province.replace(/^(?:Thành phố|Tỉnh) /, '');
    const says = chance.oneOf([
      `${name}, ${district}, ${short}`,
      `${small(name)}, ${small(district)}, tỉnh ${short}`.replace(
        /tỉnh (?=Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ)/,
        'tp ',
      ),
      `${small(name)} ${small(district)} ${short}`,
    ]);
    const [first = ''] = to;
    return { ...this.goal(this.unit(first), says, [this.full(this.unit(first))]), communes: to };
  }

  /** Only the name, which stands in several provinces. */
  private nameAlone(chance: Chance): PlaceGoal {
    const commune = chance.oneOf(this.namesakes);
    const { province } = this.parts(commune);
    return this.goal(commune, small(commune.fullName), [province, this.full(commune)], false);
  }

  private position(chance: Chance): PlaceGoal {
    const commune = chance.oneOf(this.communes);
    const { lat, lon } = commune;
    return { ...this.goal(commune, this.full(commune), []), point: { latitude: lat, longitude: lon } };
  }

  private landmark(chance: Chance): PlaceGoal {
    const commune = chance.oneOf(this.communes);
    return this.goal(commune, chance.oneOf(LANDMARKS), [this.full(commune), this.full(commune)], false);
  }

  private goal(commune: Commune, says: string, then: readonly string[], isClear = true): PlaceGoal {
    const { province } = this.parts(commune);
    return { says, then, communes: [commune.code], isClear, fullName: `${commune.fullName}, ${province}` };
  }

  private full(commune: Commune): string {
    return `${small(commune.fullName)}, ${this.provinces.get(commune.provinceCode)?.name ?? ''}`;
  }

  private parts(commune: Commune): Parts {
    const { name = '', fullName = '' } = this.provinces.get(commune.provinceCode) ?? {};
    return { unit: commune.fullName, name: commune.name, province: name, provinceInFull: fullName };
  }

  private unit(code: string): Commune {
    const commune = this.byCode.get(code);
    if (!commune) throw new Error(`bench/citizens/${this.region.places}: there is no commune ${code}`);
    return commune;
  }
}

interface Parts {
  unit: string;
  name: string;
  province: string;
  provinceInFull: string;
}

const small = (unit: string): string => unit.slice(0, 1).toLowerCase() + unit.slice(1);
const initial = (unit: string): string =>
  unit.replace(/^(?:Phường|Xã)/, (kind) => (kind === 'Xã' ? 'X.' : 'P.'));

const WAYS: readonly ((parts: Parts, chance: Chance) => string)[] = [
  ({ unit, province }) => `${small(unit)}, ${province}`,
  ({ unit, provinceInFull }) => `${unit}, ${provinceInFull}`,
  ({ unit, province }) => `${small(unit)} ${province}`,
  ({ unit, province }) => `${initial(unit)} ${province}`,
  ({ name, province }) => `${name}, ${province}`,
  ({ unit, province }, chance) => `${chance.oneOf(STREETS)}, ${small(unit)}, ${province}`,
  ({ unit, provinceInFull }, chance) => `${chance.oneOf(HAMLETS)} ${small(unit)} ${small(provinceInFull)}`,
  ({ unit, province }, chance) => `${chance.oneOf(LANDMARKS)}, ${small(unit)}, ${province}`,
];

const STREETS = [
  'đường Lê Lợi',
  '27 Nguyễn Huệ',
  'ngõ 12 phố chợ',
  'đường tỉnh lộ 9',
  'hẻm 45/3',
  'số 8 Trần Phú',
];
const HAMLETS = ['thôn 3', 'ấp Bình An', 'tổ 5', 'bản Nà Lũng', 'xóm Đông', 'khu phố 2', 'buôn Kla'];
const LANDMARKS = [
  'gần trạm y tế',
  'sau chợ cũ',
  'đối diện trường mẫu giáo',
  'cạnh đình làng',
  'chỗ ngã ba cây đa',
  'dưới chân cầu sắt',
  'bên hông bến xe',
];

interface Former {
  name: string;
  district: string;
  province: string;
  to: readonly string[];
}

/** Those that became a part of one commune only, so that there is no doubt where they are. */
function formerUnits(provinces: readonly FormerProvince[]): Former[] {
  return provinces.flatMap(({ name: province, districts }) =>
    districts.flatMap(({ name: district, communes }) =>
      Object.entries(communes)
        .map(([name, to]) => ({ name, district, province, to: to.split(' ') }))
        .filter(({ to }) => to.length === 1),
    ),
  );
}
