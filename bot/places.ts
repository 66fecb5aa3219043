import type { Location } from '../hotline/ticket/ticket';
import type { CommuneAt } from '../nlp/commune-at';
import { compose, keyOf } from '../nlp/fold';
import type { Commune, Gazetteer, Place, Province } from '../nlp/types';

/** How many places of one name are offered as buttons; of more, only the likeliest few, and it is asked in words. */
const OFFERED = 8;
const LIKELIEST = 4;

/** Said of a commune before its name. */
const UNIT = /^(?:xa|phuong|p|x|thi tran|tt|dac khu) /;

/** The places that a text names. */
export type FindPlaces = (text: string) => readonly Place[];

/** Places as the dialogs speak of them. */
export class Places {
  private readonly communes: Map<string, Commune>;
  private readonly provinces: Map<string, Province>;

  constructor(
    gazetteer: Gazetteer,
    private readonly communeAt: CommuneAt,
    readonly find: FindPlaces,
  ) {
    this.communes = new Map(gazetteer.communes.map((commune) => [commune.code, commune]));
    this.provinces = new Map(gazetteer.provinces.map((province) => [province.code, province]));
  }

  /** `Phường Ba Đình, Hà Nội` */
  nameOf(communeCode: string): string {
    const commune = this.communes.get(communeCode);
    return commune ? `${commune.fullName}, ${this.provinceName(commune.provinceCode)}` : communeCode;
  }

  provinceName(code: string): string {
    return this.provinces.get(code)?.name ?? code;
  }

  /** A named place as a location; `text` is what the citizen said. */
  locationOf(place: Place, text: string): Location {
    return { text, provinceCode: place.provinceCode, communeCode: place.communeCode, lat: null, lon: null };
  }

  /** The names among which the citizen is to choose; of many, those in the province that was spoken of come first. */
  namesOf(candidates: readonly string[], provinceCode: string | null): string[] {
    if (candidates.length <= OFFERED) return candidates.map((code) => this.nameOf(code));
    const near = candidates.filter((code) => this.communes.get(code)?.provinceCode === provinceCode);
    const likeliest = [...new Set([...near, ...candidates])].slice(0, LIKELIEST);
    return likeliest.map((code) => this.nameOf(code));
  }

  /** The candidates that an answer leaves: its full name, a place in or around it, its province. None: it tells nothing. */
  narrowed(candidates: readonly string[], answer: { text: string; places: readonly Place[] }): string[] {
    const key = keyOf(answer.text);
    // By its button, then as people type it: without accents two may be called the same.
    const pressed = candidates.filter((code) => compose(answer.text) === this.nameOf(code));
    if (pressed.length > 0) return pressed;
    const exact = candidates.filter((code) => key === keyOf(this.nameOf(code)));
    if (exact.length > 0) return exact;
    const named = new Set(
      answer.places.flatMap(({ communeCode, candidates: some }) => [communeCode, ...some]),
    );
    const inside = candidates.filter((code) => named.has(code));
    if (inside.length > 0) return inside;
    // "Xã Phước Thạnh, Tây Ninh" is a place of its own, and not only a province.
    if (answer.places.some(({ communeCode, text }) => communeCode && UNIT.test(keyOf(text)))) return [];
    return candidates.filter((code) => this.isInProvince(code, key, answer.places));
  }

  private isInProvince(code: string, key: string, places: readonly Place[]): boolean {
    const province = this.communes.get(code)?.provinceCode;
    if (province === undefined) return false;
    return (
      places.some(({ provinceCode }) => provinceCode === province) ||
      ` ${key} `.includes(` ${keyOf(this.provinceName(province))} `)
    );
  }

  /** The first that is named; where one behind it lies in another province, that of both: "xa Yen Nhan, huyne Y Yen, Nam Dinh". */
  mainOf([first, ...others]: readonly Place[]): Place | undefined {
    const other = others.find(({ provinceCode }) => provinceCode !== (first?.provinceCode ?? null));
    if (!first?.communeCode || !other) return first;
    const [both] = this.find(`${first.text}, ${other.text}`);
    return both?.communeCode && both.provinceCode === other.provinceCode ? both : first;
  }

  /** A commune as a place that was named. */
  placeOf(communeCode: string): Place | undefined {
    const commune = this.communes.get(communeCode);
    if (!commune) return undefined;
    const { fullName, provinceCode } = commune;
    return { text: fullName, provinceCode, communeCode, candidates: [] };
  }

  /** A shared position as a location; undefined when it lies in no commune. */
  at(point: { lat: number; lon: number }): { location: Location; sure: boolean } | undefined {
    const found = this.communeAt(point.lat, point.lon);
    if (!found) return undefined;
    const { commune, inside } = found;
    return {
      location: {
        text: this.nameOf(commune.code),
        provinceCode: commune.provinceCode,
        communeCode: commune.code,
        ...point,
      },
      sure: inside,
    };
  }

  /** As it is read back: what was said, and the unit it was found to be. */
  spoken(location: Location): string {
    const unit = location.communeCode
      ? this.nameOf(location.communeCode)
      : location.provinceCode && this.provinceName(location.provinceCode);
    if (!unit || keyOf(location.text).includes(keyOf(unit))) return location.text;
    return `${location.text} (${unit})`;
  }
}
