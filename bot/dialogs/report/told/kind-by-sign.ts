import { digsBeyond } from '../../../../nlp/breach';
import type { Category } from '../../../../nlp/types';
import { isOfNoMedium, isShaken } from './no-medium';

/** What by docs/labels.md is of one kind, whatever the message sounds like; undefined: that is not told. */
export function kindBySign(key: string, urgent: boolean): Category | undefined {
  const known = urgent ? kindInDanger(key) : kindOfDeed(key);
  return known ?? (isOfNoMedium(key) || SEA_EATS.test(key) ? 'other' : undefined);
}

/** What was thrown away, keeps people awake, or was felled. */
function kindOfDeed(key: string): Category | undefined {
  if (CARCASS.test(key)) return 'solid_waste';
  if (keepsAwake(key) || (isShaken(key) && !SEEN_OR_SMELT.test(key))) return 'noise';
  if (QUARRIED.test(key) || digsBeyond(key)) return 'minerals';
  if (SLUDGE.test(key) && !isPoured(key) && !SINKS.test(key)) return 'hazardous_waste';
  return FELLED.test(key) ? 'wildlife_forest' : undefined;
}

/** "Mỏ đá hết hạn giấy phép vẫn cho máy vào khai thác"; what a quarry does to those beside it is heard by itself. */
const QUARRIED =
  /\bmo (?:da|dat|cat|soi|than|quang|vang|titan|sat|thiec) (?:\w+ ){0,3}(?:het han|chua (?:co|duoc cap)|khong co|trai|khong|lau) (?:\w+ ){0,8}(?:khai thac|dao|muc|xuc)\b(?!.*\b(?:bui|khoi|on|rung|nut|mui|hoi)\b)|\bdao (?:trom |boi )?(?:vang|thiec)(?: (?:trai|lau|trom|trong|tren|bat|ca|suot|o|ngay))|\b(?:cat|sa|vang) tac\b/;

/** "Xưởng xi mạ chôn bùn thải sau xưởng": the sludge of plating and dyeing, where no water is said to have got it. */
const SLUDGE =
  /\b(?:xi ma|ma (?:kem|crom|vang|bac|dien)|(?:det )?nhuom)\b(?: \w+){0,4} bun\b|\bbun(?: \w+){0,3} (?:xi ma|ma (?:kem|crom)|(?:det )?nhuom)\b/;

/** In the order of the page. */
function kindInDanger(key: string): Category | undefined {
  if (FISH_DIE.test(key)) return 'water';
  if (FUEL_GAS.test(key)) return 'air';
  if (isPoured(key) && !BURNS.test(key)) return 'water';
  if (isLoose(key)) return 'hazardous_waste';
  if (FOREST_BURNS.test(key)) return 'wildlife_forest';
  return EXPLODES.test(key) ? 'air' : undefined;
}

/** "Gom lá với ni lông đốt trước cửa": where nothing else is heard of a kind, it is set on fire in the open. */
export const isSetOnFire = (key: string): boolean => SET_ON_FIRE.test(key);
const SET_ON_FIRE =
  /\b(?:gom|gop|vun|don|dem|mang|chat)(?: (?!lo\b|trong\b)\w+){1,8} dot (?:truoc|sau|ngoai|giua|ngay|ven|canh|dau|tai)\b|(?<!lo )\bdot (?:rac|ni long|nilon|nilong|la kho|la cay|rom|day dien|lop xe|vo xe|cao su|phe lieu|vai vun)\b/;

/** What was poured into open water, whatever it is; things that are thrown there, and used oil, stay what they are. */
export const isPoured = (key: string): boolean => POURED.test(key) && !THINGS.test(key);
const POURED =
  /\b(?:do|xa|thai|trut|tuon|chay|xiet|tran|trao|bo|pha|tha)\b(?: \w+){0,6} (?:xuong|ra|vao|vo|thang) (?:\w+ )?(?:song|suoi|kenh|rach|muong|ao|dam|bien|gieng|be nuoc|bon nuoc|nuoc an)\b/;
const THINGS =
  /\b(?:pin|nhot|dau nhot|ac quy|kim tiem|vo chai|chai lo|bao bi|thung|phuy|bong bang|amiang|rac|vo thuoc|bo mach)\b/;

/** What dies in the water tells of the water, however it smells. */
const FISH_DIE =
  /\b(?:ca|tom|ca tom|tom ca|ngheu|oc|cua|thuy san|hai san)(?: (?:be|long|tom|ca|nuoi|loc|tra|basa|bien|trong|ho|o|da|bi|tu nhien|dot nhien|nhieu)){0,3} (?:chet|noi (?:trang|bung|day|lenh denh))\b/;

/** A dead animal that somebody threw away is rubbish, wherever it lies; what dies by itself is told of otherwise. */
const CARCASS =
  /\b(?:heo|lon|ga|vit|trau|bo|cho|meo|de|ngan|chuot|gia suc|gia cam)(?: \w+){0,2} chet(?: \w+){0,4}? (?:vut|quang|nem|lieng|thay|vat|tha troi|bo (?:lai|lan loc|ngoai|day|bay|bua))\b|\b(?:vut|quang|nem|lieng|thay)(?: \w+){0,3}? (?:heo|lon|ga|vit|trau|bo|cho|meo|de|ngan|chuot)(?: \w+)? chet\b|\b(?:vut|quang|nem|lieng|thay)(?: \w+){0,3}? xac (?:heo|lon|ga|vit|trau|bo|cho|meo|de|ngan|chuot|dong vat|suc vat|gia suc|gia cam)\b/;

/** What runs and keeps people awake is heard; what is also seen or smelt may be of another kind. */
const keepsAwake = (key: string): boolean => AWAKE.test(key) && RUNS.test(key) && !SEEN_OR_SMELT.test(key);
const AWAKE = /\b(?:(?:khong|chang|ko) (?:ai |tai nao |sao |the )?(?:ngu|chop mat)|mat ngu|thuc trang)\b/;
const RUNS =
  /\b(?:no may|may (?:no|chay|phat|bom|khoan|cua|cat|xay|tron|dap|ep|lanh)|dong co|quat (?:hut|gio|cong nghiep)|loa|karaoke|khoan|(?:dong|ep|nhoi) coc|heo keu|cho sua|ga gay)\b/;
const SEEN_OR_SMELT = /\b(?:mui|hoi|thoi|khoi|bui|khet|den (?:pha|led|cao ap|roi)|choi|rac|nuoc)\b/;

/** A coast that the sea eats away suffers in none of the media. */
const SEA_EATS =
  /\b(?:bien|song bien|trieu cuong)(?: \w+){0,2} (?:xam thuc|an (?:sau|vao|lan|mat)|khoet)\b|\bxam thuc (?:bo )?bien\b|\bsat lo (?:bo|ven) bien\b|\b(?:bo|ven) bien(?: \w+){0,8} sat lo\b/;

/** Gas that burns is loose; what is only smelt of it is no mere smell. */
const FUEL_GAS =
  /\b(?:khi (?:ga|gas|dot)|(?:ong|duong ong|binh|bon|tram|xe bon) (?:dan )?(?:khi )?(?:ga|gas)|(?:ro|xi|ro ri) (?:khi )?(?:ga|gas))\b/;

/** Ammonia or chlorine in the air, fuel or acid on the road; what burns or got into the water is of those. */
const isLoose = (key: string): boolean =>
  (GAS_LOOSE.test(key) || SPILT.test(key)) && !BURNS.test(key) && !SINKS.test(key);
const GAS_LOOSE =
  /\b(?:xi|ro|ro ri|thoat|bay|tran|hoi|mui)(?: \w+){0,2} (?:amoniac|ammoniac|ammonia|amonia|nh3|clo|chlorine)\b|\b(?:amoniac|ammoniac|ammonia|amonia|nh3|khi clo)(?: \w+){0,3} (?:xi|ro|thoat|bay|tran)\b/;
const SPILT =
  /\b(?:dau|xang|hoa chat|axit|dung moi|nhua duong)(?: \w+){0,3} (?:tran|chay|do|loang|trao|vuong)(?: \w+){0,3} (?:duong|pho|via he|quoc lo|cao toc|cau|san)\b/;
const BURNS =
  /\b(?:ngon lua|lua|boc chay|chay (?:no|lan|lon|to|du|rui|kho|xe|nha)|dam chay|phat no|no (?:lon|tung)|khoi (?:den|mu|boc))\b/;
const SINKS =
  /\b(?:xuong|ra|vao|tren|duoi|thang) (?:\w+ )?(?:song|suoi|kenh|rach|muong|ho|ao|bien|gieng|cong)\b/;

/** A fire or an explosion that nobody lit is of the air, whatever is stored there. */
const EXPLODES =
  /\b(?:xuong|kho|nha may|nha kho|cong ty|bon|lo hoi|tram|bai)(?: \w+){0,4} (?:phat no|no (?:lon|tung)|boc chay|chay (?:lon|no|to|du))\b/;

/** A forest in flames is a matter of the forest, whatever smoke it makes. */
const FOREST_BURNS = /\b(?:rung|ca rung|canh rung|doi rung) (?:\w+ ){0,4}(?:boc )?chay\b|\bchay rung\b/;

/** "Pha đá rung nhà" shakes, and fells no forest. */
const FELLED =
  /\b(?:chat|don|cua|ha|pha|khai thac) (?:(?:cay|go|trom|het|ca|trui|trang|mot|vat|khu|canh|o|trong|lau|trai phep) ){0,3}rung (?!nha|ca nha|lac|len|chuyen|bat|rinh|tuong|dat)/;
