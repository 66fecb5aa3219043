import type { TurnContext } from 'botbuilder-core';
import type { Activity } from '../../hotline/activity';
import { wordCount } from '../../nlp/fold';
import { asideOf } from '../dialogs/report/asides/asides';
import { CANNOT_WRITE } from '../dialogs/report/asides/cannot-write';
import type { Heard } from '../hear';
import { menu } from '../replies/menu';
import { TurnScope } from '../turn-scope';
import type { Topic } from '.';
import { justTold } from './dossier/thread';
import { procedureTalk } from './procedures/thread';

/** More words tell a story. */
const LONGEST = 12;
/** Asked of a procedure as well: only where none is talked about, and none was reported yet. */
const OF_ANY: ReadonlySet<string> = new Set(['report.aboutDuration', 'report.aboutCost']);
/** What is said to it where no report is under way. */
const SAID: Readonly<Record<string, string>> = {
  'report.aboutDuration': 'regulation.hotline.duration',
  'report.aboutCost': 'regulation.hotline.cost',
  'report.aboutSecrecy': 'regulation.hotline.secret',
  'report.aboutHandling': 'report.aboutHandling',
  'report.aboutPhotos': 'report.aboutPhotos',
  'report.aboutCall': 'report.aboutCall',
  'report.aboutWriting': 'report.aboutWriting',
};

const saidTo = (about: string, key: string): string | undefined =>
  about === 'report.aboutSecrecy' && ANONYMOUS.test(key) ? 'regulation.hotline.anonymous' : SAID[about];
const ANONYMOUS = /\b(?:an danh|nac danh|giau ten|(?:de|ghi|khai|noi) ten|anonymous)\b/;

/** "Có bị lộ thông tin không" before anything is reported: told as in the middle of a report, and no report begins of it. */
export class HotlineTopic implements Topic {
  answer(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  follow(context: TurnContext, amid: boolean): readonly Activity[] | undefined {
    const scope = TurnScope.of(context);
    const { heard, words, state } = scope;
    if (amid || !asksPlainly(heard)) return undefined;
    const about = asideOf(heard);
    const said = about === undefined ? undefined : saidTo(about, heard.key);
    if (about === undefined || said === undefined) return undefined;
    const isOther = procedureTalk(scope, false) ?? justTold(scope);
    if (OF_ANY.has(about) && (isOther !== undefined || state.tickets.length > 0)) return undefined;
    return [menu(words, words(said))];
  }
}

const asksPlainly = ({ key, text, understood, meant }: Heard): boolean =>
  wordCount(key) <= LONGEST &&
  !WISHES.test(key) &&
  !understood.urgent &&
  meant.places.length === 0 &&
  (text.trimEnd().endsWith('?') || ASKS.test(key) || CANNOT_WRITE.test(key));
const ASKS =
  /^(?:who|how|what|when|will|can|is|do|does|are) |^(?:(?:the|vay|ma|roi|a|cho hoi|em|toi) ){0,3}(?:ai|bao lau|bao gio|khi nao|mat bao lau)\b|\b(?:khong|ko|k|hong|hok|chua|sao|gi|dau|ai|nao|bao lau|the nao)(?: (?:vay|a|ha|nhi|the|em|ban|ad|oi|anh|chi)){0,3}$/;
/** "Tôi muốn phản ánh mà không để tên được không" wishes for a report first. */
const WISHES =
  /\b(?:muon|can|xin|cho (?:toi|em|minh|tui))(?: duoc)? (?:phan anh|bao|to (?:cao|giac)|khieu nai)\b/;
