/** Family names, without accents. */
export const FAMILY = new Set(
  (
    'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh lam mai trinh dao doan luong truong ' +
    'phung ha ta tang to chu thai tong quach luu cao au trieu la kieu dam vuong ton nong be lo vi giap lu khuat nghiem ' +
    // Of the Central Highlands.
    'y ksor rcom rmah siu kpa nie mlo eban ' +
    // Khmer; in small letters it is a list or a name of anything.
    'danh'
  ).split(' '),
);
/** Of the mountains; in small letters they are plain words, too. */
export const UPLANDS = new Set(
  'giang thao sung mua vang hang lau hau deo cam thach rahlan adrong krong alang ka danh neang quang chamale'.split(
    ' ',
  ),
);

/** Families of two words: "Rơ Châm Hương". */
export const JARAI = new Set(['ro cham', 'ro mah', 'ro lan', 'ro o', 'ro ong', 'kpa hloi']);

/** Of two words as well, in small letters: "a lăng bhuốch", "chau sóc khonl" of the Khmer. */
export const OF_TWO = new Set(['a lang', 'zo ram', 'po loong', 'cha ma', 'chau soc', 'chau chanh', 'ho rum']);
