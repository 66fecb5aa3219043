import type { Agency } from '../ticket/ticket';

/** A unit of the country that has agencies. */
export interface Unit {
  code: string;
  fullName: string;
}

export interface Units {
  provinces: readonly Unit[];
  communes: readonly (Unit & { provinceCode: string })[];
}

/** A kind of agency: one in each commune or province, or `single`, one by itself that is named in full. */
export interface AgencyKind {
  code: string;
  /** `{unit}` stands for the name of the commune or province. */
  name: string;
  level: 'commune' | 'province' | 'single';
  /** The kind that a report goes to instead when it accuses this one; absent: a person decides. */
  up?: string | undefined;
  /** What people call it, or those it answers to, without the place: these words accuse the one of the place. */
  calledAlso?: readonly string[] | undefined;
}

/** How to reach an agency, once somebody has confirmed it: content/agencies/contacts.yaml. */
export interface Contact {
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
  confirmed: { by: string; at: string };
}

/** Every agency of these kinds: derived, so that a unit that is renamed is renamed in one place only. */
export const agenciesOf = (kinds: readonly AgencyKind[], units: Units): Agency[] =>
  kinds.flatMap((kind) => unitsOf(kind, units).map((unit) => agencyOf(kind, unit)));

const NOWHERE: Unit = { code: '', fullName: '' };

function unitsOf({ level }: AgencyKind, { provinces, communes }: Units): readonly Unit[] {
  if (level === 'single') return [NOWHERE];
  return level === 'commune' ? communes : provinces;
}

const agencyOf = ({ code, name, level }: AgencyKind, unit: Unit): Agency =>
  level === 'single'
    ? { code, name }
    : { code: `${code}-${unit.code}`, name: name.replace('{unit}', unit.fullName) };

/** The agency of a kind that is there for a place; undefined where nothing says which commune or province it is. */
export function agencyFinder({ provinces, communes }: Units) {
  const provinceOf = new Map(provinces.map((unit) => [unit.code, unit]));
  const communeOf = new Map(communes.map((unit) => [unit.code, unit]));

  return (
    kind: AgencyKind,
    { provinceCode, communeCode }: { provinceCode: string | null; communeCode: string | null },
  ): Agency | undefined => {
    const commune = communeOf.get(communeCode ?? '');
    if (kind.level === 'single') return agencyOf(kind, NOWHERE);
    const unit =
      kind.level === 'commune' ? commune : provinceOf.get(provinceCode ?? commune?.provinceCode ?? '');
    return unit && agencyOf(kind, unit);
  };
}
