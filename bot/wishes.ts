import type { TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../hotline/activity';
import { sayAll } from './amid';
import { showsFirst, tellsBesidePhotos } from './beside-photos';
import { askComplaint, complainsOfSomething } from './complaint';
import { FOLLOW_UP } from './dialogs/follow-up';
import { asksAfterOwn } from './dialogs/follow-up/asks-after';
import { askedOfOwn } from './dialogs/own-report/asks-of';
import { OWN_REPORT } from './dialogs/own-report/dialog';
import { wishIn } from './dialogs/own-report/wish';
import type { OwnReports } from './dialogs/own-reports';
import { beginsAsReport } from './dialogs/report/told/begins';
import { REPORT } from './dialogs/report/dialog';
import { ofLeft } from './dialogs/report/leaving/coming-back';
import { leftDraft } from './dialogs/report/leaving/left';
import { goesOnWithStopped } from './dialogs/report/leaving/stopped';
import { changeLanguage } from './language';
import type { Ratings } from './rating/ratings';
import { say } from './say';
import type { Topics } from './topics/together';
import { TurnScope } from './turn-scope';
import {
  asksForReport,
  goesOnWithLeft,
  namesKind,
  namesLane,
  namesLanguage,
  sighsFirst,
  tellsAtLength,
  wantsToReport,
  wishesToReport,
} from './wants';
import type { Words } from './words';

interface Parts {
  ownReports: OwnReports;
  ratings: Ratings;
  voices: readonly Words[];
  topics: Topics;
}

/** What somebody wants who is in no dialog: what they were told lately first, then reports, then questions. */
export class Wishes {
  constructor(private readonly parts: Parts) {}

  /** Was anything understood, and something done about it? */
  async met(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const { ownReports, topics } = this.parts;
    if (await this.ofOwn(context, dialogs)) return true;
    if (await told(context, await topics.follow(context, false))) return true;
    if (opensReport(scope)) return begin(dialogs, REPORT);
    const atOnce = answerAtOnce(scope);
    if (atOnce) return told(context, [atOnce]);
    if (asksForReport(heard) && heard.saying !== 'machine' && !sighsFirst(scope))
      return begin(dialogs, FOLLOW_UP);
    if (await ownReports.answered(context)) return true;
    if (wantsToReport(scope)) return begin(dialogs, REPORT);
    if (await told(context, await this.answers(context))) return true;
    if (await ownReports.added(context)) return true;
    return isForReport(scope) ? begin(dialogs, REPORT) : false;
  }

  /** What concerns reports that were sent: stars, why one is not solved, that it is, more of it, to take it back. */
  private async ofOwn(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const { ownReports, ratings, voices } = this.parts;
    const rated = await ratings.taken(context);
    if (rated) await say(context, rated);
    if (rated || (await ownReports.reasoned(context)) || (await ownReports.judged(context))) return true;
    if (await ownReports.addedMore(context)) return true;
    const scope = TurnScope.of(context);
    if (await told(context, asked(askedOfOwn(scope)))) return true;
    const wish = wishIn(scope, voices);
    if (wish) await dialogs.beginDialog(OWN_REPORT, wish);
    if (!wish && asksAfterOwn(scope)) return begin(dialogs, FOLLOW_UP);
    return wish !== undefined;
  }

  private async answers(context: TurnContext): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const isOther = namesLanguage(scope.heard);
    return isOther ? [changeLanguage(scope)] : this.parts.topics.answer(context);
  }
}

/** They say that they want to report, or show what they mean. */
const opensReport = (scope: TurnScope): boolean =>
  wishesToReport(scope.heard) ||
  beginsAsReport(scope.heard) ||
  goesOnWithLeft(scope) ||
  goesOnWithStopped(scope) ||
  namesKind(scope.heard) ||
  namesLane(scope) ||
  tellsBesidePhotos(scope.heard) ||
  tellsAtLength(scope) ||
  showsFirst(scope);

/** Of a report that was left, and a complaint of which nothing tells what it is about. */
const answerAtOnce = (scope: TurnScope): Activity | undefined =>
  ofLeft(scope) ?? (complainsOfSomething(scope.heard) ? askComplaint(scope) : undefined);

/** A photo or a position by itself, or anything at all of somebody who left a report half told. */
const isForReport = (scope: TurnScope): boolean =>
  scope.heard.files.length > 0 || scope.heard.point !== null || leftDraft(scope) !== undefined;

const asked = (answer: Activity | undefined): readonly Activity[] | undefined => answer && [answer];

async function told(context: TurnContext, answers: readonly Activity[] | undefined): Promise<boolean> {
  if (answers) await sayAll(context, answers);
  return answers !== undefined;
}

async function begin(dialogs: DialogContext, dialog: string): Promise<true> {
  await dialogs.beginDialog(dialog);
  return true;
}
