import { kilometres, type Point } from '../../../hotline/air/source';
import { keyOf } from '../../../nlp/fold';
import type { Commune, FormerDistrict, FormerProvince, Gazetteer, Place } from '../../../nlp/types';

/** A point to ask about, and what it is called. */
export interface Area extends Point {
  name: string;
}

/** Units farther apart than this are different places of one name. */
const ONE_PLACE_KM = 40;

/** Which point stands for a place that somebody names: always the centre of a commune, never more exact. */
export class Areas {
  constructor(private readonly gazetteer: Gazetteer) {}

  /** The area of a named place; the communes among which it must be decided, where its name has several far apart. */
  of(place: Place): Area | { which: string[] } | undefined {
    const { communeCode, candidates } = place;
    if (communeCode) return this.ofCommune(communeCode);
    const namesake = this.namesakeOf(place);
    if (namesake !== undefined) return this.ofCommune(namesake);
    if (candidates.length > 0) {
      const former = place.formerly?.split(',')[0];
      return this.ofCommunes(candidates, former) ?? { which: [...candidates] };
    }
    return this.named(keyOf(place.text), place.provinceCode) ?? this.ofProvince(place);
  }

  /** Of the communes of a former district the one that kept its name: `Phú Quốc`, not `Thổ Châu`. */
  private namesakeOf({ text, candidates }: Place): string | undefined {
    const key = bare(keyOf(text));
    const same = this.gazetteer.communes.filter(
      ({ code, name }) => candidates.includes(code) && keyOf(name) === key,
    );
    return same.length === 1 ? same[0]?.code : undefined;
  }

  ofCommune(code: string): Area | undefined {
    return this.ofCommunes([code]);
  }

  /** The first of some names, without accents, that is one of a place; for messages in which none was found. */
  calledOneOf(names: readonly string[]): Area | undefined {
    for (const name of names) {
      const area = this.named(name, null) ?? this.communeCalled(name);
      if (area) return area;
    }
    return undefined;
  }

  /** A former district, or a province, that is called exactly that. */
  private named(key: string, provinceCode: string | null): Area | undefined {
    const inside = this.gazetteer.former.filter(({ to }) => provinceCode === null || to === provinceCode);
    const province = inside.find(({ name }) => bare(keyOf(name)) === bare(key));
    if (province) return this.ofFormer(province);
    const districts = inside.flatMap(({ districts: all }) => all).filter(({ name }) => isCalled(name, key));
    const [district] = districts;
    return district && districts.length === 1 ? this.ofDistrict(district) : undefined;
  }

  private communeCalled(key: string): Area | undefined {
    const found = this.gazetteer.communes.filter(({ name }) => keyOf(name) === key);
    return found.length > 0 ? this.ofCommunes(found.map(({ code }) => code)) : undefined;
  }

  private ofProvince({ provinceCode, formerly }: Place): Area | undefined {
    const province = this.gazetteer.provinces.find(({ code }) => code === provinceCode);
    if (!province) return undefined;
    const called = bare(keyOf(formerly ?? province.name));
    const former = this.gazetteer.former.find(
      ({ name, to }) => to === provinceCode && bare(keyOf(name)) === called,
    );
    return former && this.ofFormer(former);
  }

  /** By its first town: the lists of the statistics office begin with it. Which commune it is, is said. */
  private ofFormer({ name, districts }: FormerProvince): Area | undefined {
    const town = districts.find((each) => /^(?:Quận|Thành phố) /.test(each.name)) ?? districts[0];
    return town && this.ofDistrict(town, name.replace(/^(?:Tỉnh|Thành phố) /, ''));
  }

  private ofDistrict({ name, communes, to }: FormerDistrict, called = name): Area | undefined {
    const codes = Object.values(communes).flatMap((each) => each.split(' ').slice(0, 1));
    return this.ofCommunes([...new Set(to === undefined ? codes : [...codes, to])], called);
  }

  /** The commune in their middle; undefined when they lie too far apart to be one place. */
  private ofCommunes(codes: readonly string[], called?: string): Area | undefined {
    const communes = this.gazetteer.communes.filter(({ code }) => codes.includes(code));
    const middle = { lat: mean(communes.map(({ lat }) => lat)), lon: mean(communes.map(({ lon }) => lon)) };
    const byDistance = [...communes].sort((a, b) => kilometres(a, middle) - kilometres(b, middle));
    const [nearest, farthest] = [byDistance[0], byDistance.at(-1)];
    if (!nearest || !farthest || kilometres(farthest, middle) > ONE_PLACE_KM) return undefined;
    const { lat, lon } = nearest;
    return { lat, lon, name: this.nameOf(nearest, called) };
  }

  /** `Phường Ba Đình, Hà Nội`, `Hà Nội (Phường Ba Đình)`, `Bình Dương (Phường Chánh Hiệp, Hồ Chí Minh)` */
  private nameOf({ fullName, provinceCode }: Commune, called?: string): string {
    const province = this.gazetteer.provinces.find(({ code }) => code === provinceCode)?.name;
    if (called === undefined) return `${fullName}, ${province}`;
    return `${called} (${province === called ? fullName : `${fullName}, ${province}`})`;
  }
}

const KIND = /^(?:tinh|thanh pho|tp|quan|huyen|thi xa) /;

const bare = (key: string): string => key.replace(KIND, '');

/** By its whole name, or without its kind; a number alone names nothing. */
const isCalled = (name: string, key: string): boolean =>
  keyOf(name) === key || (!/\d/.test(key) && bare(keyOf(name)) === bare(key));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
