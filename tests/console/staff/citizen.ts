interface Heard {
  id: string;
  text?: string;
  from: { id: string };
  channelData?: { ask?: string; ticket?: { code: string; secret?: string } };
}

/** What chị Hoa says to each question of the bot. */
const ANSWERS: Record<string, string> = {
  category: 'Ô nhiễm mùi hôi',
  location: 'phường Ba Đình, Hà Nội',
  description: 'Trại lợn cạnh nhà xả mùi rất nặng',
  time: 'từ tuần trước, tối nào cũng có',
  source: 'trại lợn ông Bảy',
  photos: 'không có ảnh',
  anonymity: 'ẩn danh',
  confirm: 'đúng rồi',
  incident: 'không',
  choice: 'không',
  free_text: 'không',
};

/** A citizen in the web chat, speaking Direct Line. */
export class Citizen {
  private token = '';
  private conversation = '';
  readonly heard: Heard[] = [];

  constructor(private readonly base: string) {}

  async open(): Promise<void> {
    const made = await this.call('POST', 'tokens/generate', { user: { id: 'dl_hoa' } });
    this.token = String(made['token']);
    const opened = await this.call('POST', 'conversations');
    this.conversation = String(opened['conversationId']);
  }

  async say(text: string): Promise<void> {
    const activity = { type: 'message', from: { id: 'dl_hoa' }, text };
    await this.call('POST', `conversations/${this.conversation}/activities`, activity);
    await this.listen();
  }

  async listen(): Promise<Heard[]> {
    const { activities } = await this.call('GET', `conversations/${this.conversation}/activities`);
    this.heard.splice(0, this.heard.length, ...(activities as Heard[]));
    return this.heard;
  }

  /** Tells the whole report, answering whatever is asked, in some things otherwise; returns the ticket's code. */
  async report(story: string, otherwise: Record<string, string> = {}): Promise<string> {
    const answers = { ...ANSWERS, ...otherwise };
    await this.say(story);
    for (let turn = 0; turn < 20; turn += 1) {
      const last = this.heard.filter(({ from }) => from.id !== 'dl_hoa').at(-1);
      const code = this.heard.find(({ channelData }) => channelData?.ticket)?.channelData?.ticket?.code;
      if (code) return code;
      await this.say(answers[last?.channelData?.ask ?? ''] ?? 'đúng rồi');
    }
    throw new Error(`no ticket: ${JSON.stringify(this.heard.slice(-3))}`);
  }

  private async call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.base}/v3/directline/${path}`, {
      method,
      headers: {
        origin: this.base,
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  }
}
