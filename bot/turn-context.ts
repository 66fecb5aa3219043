import { type Activity, type ResourceResponse, TurnContext } from 'botbuilder-core';

/** Hands messages to the adapter as they are: who speaks to whom, which botbuilder would add, the log knows. */
export class DirectContext extends TurnContext {
  override async sendActivity(said: string | Partial<Activity>): Promise<ResourceResponse | undefined> {
    const [sent] = await this.sendActivities([
      typeof said === 'string' ? { type: 'message', text: said } : said,
    ]);
    return sent;
  }

  override sendActivities(activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.responded = true;
    return this.adapter.sendActivities(this, activities);
  }
}
