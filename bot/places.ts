import type { Location } from '../hotline/ticket/ticket';
import type { CommuneAt } from '../nlp/commune-at';
import { keyOf } from '../nlp/fold';
import type { Commune, Gazetteer, Place, Province } from '../nlp/types';

/** How many places of one name are offered as buttons. */
const OFFERED = 8;

/** Places as the dialogs speak of them. */
export class Places {
  private readonly communes: Map<string, Commune>;
  private readonly provinces: Map<string, Province>;

  constructor(
    gazetteer: Gazetteer,
    private readonly communeAt: CommuneAt,
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

  /** The names among which the citizen is to choose. */
  namesOf(candidates: readonly string[]): string[] {
    return candidates.slice(0, OFFERED).map((code) => this.nameOf(code));
  }

  /** Which of the candidates an answer names: by its full name, or by its province alone. */
  chosen(candidates: readonly string[], answer: string): Place | undefined {
    const key = keyOf(answer);
    const named = candidates.filter((code) => {
      const commune = this.communes.get(code);
      return (
        commune &&
        (key === keyOf(this.nameOf(code)) || key.includes(keyOf(this.provinceName(commune.provinceCode))))
      );
    });
    const [code] = named;
    const commune = code === undefined ? undefined : this.communes.get(code);
    if (!commune || named.length > 1) return undefined;
    return {
      text: commune.fullName,
      provinceCode: commune.provinceCode,
      communeCode: commune.code,
      candidates: [],
    };
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
