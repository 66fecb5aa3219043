import type { Region } from './places';

export const COUNTRY: Region = { places: 'places.yaml', provinces: null, written: 22 };

export const SOUTH: Region = {
  places: 'places.south.yaml',
  provinces: ['52', '56', '66', '68', '75', '79', '80', '82', '86', '91', '92', '96'],
  written: 45,
};

export const NORTH: Region = {
  places: 'places.third.yaml',
  provinces: [
    ...['01', '04', '08', '11', '12', '14', '15', '19', '20', '22', '24', '25', '31', '33', '37'],
    ...['38', '40', '42', '44', '46', '48', '51', '52', '56', '66', '68'],
  ],
  written: 40,
};

export const EVERYWHERE: Region = { places: 'places.fifth.yaml', provinces: null, written: 42 };

export const ALL_OVER: Region = { places: 'places.sixth.yaml', provinces: null, written: 40 };

export const THIRTY_FOUR: Region = { places: 'places.seventh.yaml', provinces: null, written: 40 };

export const DISTRICTS_AND_LANDMARKS: Region = { places: 'places.eighth.yaml', provinces: null, written: 42 };

export const MORE_LANDMARKS: Region = { places: 'places.eighth-more.yaml', provinces: null, written: 40 };

export const FROM_A_TABLE: Region = { places: 'places.eleventh.yaml', provinces: null, written: 50 };

export const ON_THE_TELEPHONE: Region = { places: 'places.ninth.yaml', provinces: null, written: 44 };

export const ALL_PROVINCES: Region = { places: 'places.tenth.yaml', provinces: null, written: 46 };

export const MORE_PROVINCES: Region = { places: 'places.tenth-more.yaml', provinces: null, written: 46 };

export const OLD_AND_NEW: Region = { places: 'places.thirteenth.yaml', provinces: null, written: 52 };

export const PLACES_OF_34: Region = { places: 'places.twelfth.yaml', provinces: null, written: 48 };

export const NEAR_HOME: Region = { places: 'places.twenty-first.yaml', provinces: null, written: 56 };

export const EVERY_PROVINCE: Region = { places: 'places.fourteenth.yaml', provinces: null, written: 52 };

export const THREE_REGIONS: Region = { places: 'places.fifteenth.yaml', provinces: null, written: 52 };

export const LOGGED_PLACES: Region = { places: 'places.eighteenth.yaml', provinces: null, written: 54 };

export const EACH_PROVINCE: Region = { places: 'places.sixteenth.yaml', provinces: null, written: 52 };

export const OLD_NAMES_EXPLAINED: Region = { places: 'places.nineteenth.yaml', provinces: null, written: 54 };

export const TOLD_BY_THE_WAY: Region = { places: 'places.twentieth.yaml', provinces: null, written: 54 };

export const TWO_EACH: Region = { places: 'places.seventeenth.yaml', provinces: null, written: 52 };
