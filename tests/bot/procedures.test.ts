import { MANNERS, talkIn } from './without-accents';

const idOf = ({ messages }: { messages: { channelData?: { procedure?: { id: string } } }[] }) =>
  messages.at(-1)?.channelData?.procedure?.id;

describe.each(MANNERS)('%s', (_manner, spelt) => {
  const citizen = () => talkIn(spelt);

  describe('what is asked is answered first', () => {
    it.each([
      ['làm sổ đỏ lần đầu cần giấy tờ gì', 'dat-cap-gcn-lan-dau', '☐ 1. Đơn đăng ký theo mẫu'],
      ['Tách thửa nộp hồ sơ ở đâu?', 'dat-tach-thua', 'Văn phòng đăng ký đất đai'],
      ['mất sổ đỏ làm lại ở đâu', 'dat-cap-lai-gcn-mat', 'niêm yết thông báo mất'],
      ['đăng ký môi trường cho quán ăn nộp ở đâu', 'dang-ky-moi-truong', 'UBND cấp xã nơi thực hiện'],
      ['tố cáo mất bao lâu thì giải quyết', 'to-cao', '07 ngày làm việc'],
      ['hòa giải tranh chấp đất đai cần giấy tờ gì', 'dat-hoa-giai', '☐ 1. Đơn đề nghị hòa giải'],
      ['khoan giếng có phải xin phép không', 'nuoc-dk-khai-thac-ndd', 'Hộ, cơ sở khai thác nước ngầm'],
      ['khiếu nại quyết định thu hồi đất', 'khieu-nai-lan-dau', 'Khiếu nại lần đầu'],
      ['thủ tục giao khu vực biển nuôi hàu', 'bien-giao-khu-vuc', 'UBND cấp xã ven biển'],
      ['muốn làm nghề khoan giếng cần giấy tờ gì', 'nuoc-gp-hanh-nghe-khoan', '☐ 1. Đơn đề nghị'],
    ])('%s', async (question, id, told) => {
      const answer = await citizen().says(question);
      expect(idOf(answer)).toBe(id);
      expect(answer.text).toContain(told);
      expect(answer.ask).toBe('aspect');
      expect(answer.options).toContain('gặp cán bộ');
    });

    it('two things in one question are both answered', async () => {
      const answer = await citizen().says('tách thửa cần giấy tờ gì và mất bao lâu');
      expect(answer.text).toContain('☐ 1. Đơn đề nghị tách/hợp thửa');
      expect(answer.text).toContain('Thời gian giải quyết');
      expect(answer.options).not.toContain('Thời gian');
    });
  });

  it('goes on about the same procedure, however short the question', async () => {
    const hoa = citizen();
    await hoa.says('làm sổ đỏ lần đầu cần giấy tờ gì');
    for (const [question, told] of [
      ['Thế còn lệ phí?', 'Phí, lệ phí'],
      ['ở xã được không?', 'Trung tâm Phục vụ hành chính công cấp xã'],
      ['Bao lâu?', 'Thời gian giải quyết'],
      ['nộp online được ko', 'Nộp trực tuyến'],
      ['giấy tờ gì nữa', '☐ 2. Giấy tờ về quyền sử dụng đất'],
      ['có mẫu đơn không', 'Tôi chưa có tệp mẫu'],
      ['các bước thế nào', '1. Chuẩn bị giấy tờ'],
      ['ai làm được', 'Ai làm thủ tục này'],
      ['kết quả là gì', 'Kết quả nhận được'],
      ['căn cứ luật nào', 'Luật Đất đai 31/2024/QH15'],
    ] as const) {
      const answer = await hoa.says(question);
      expect(answer.text).toContain(told);
      expect(idOf(answer)).toBe('dat-cap-gcn-lan-dau');
      expect(answer.text).not.toContain('Tên chính thức');
    }
  });

  it('the buttons are understood, and what was told has none any more', async () => {
    const hoa = citizen();
    const first = await hoa.says('sang tên sổ đỏ');
    expect(first.options).toEqual(expect.arrayContaining(['Giấy tờ', 'Lệ phí', 'Xem đầy đủ']));
    const papers = await hoa.says('Giấy tờ');
    expect(papers.text).toContain('☐ 3. Bản gốc Giấy chứng nhận');
    expect(papers.options).not.toContain('Giấy tờ');
    const whole = await hoa.says('Xem đầy đủ');
    expect(whole.messages.length).toBeGreaterThan(1);
    expect(whole.text).toContain('Căn cứ pháp lý');
    expect(whole.options).toEqual(['gặp cán bộ']);
  });

  describe('several may be meant', () => {
    it('a choice of three; its place in the list chooses, then the other ones', async () => {
      const hoa = citizen();
      const choice = await hoa.says('Cấp giấy phép');
      expect(choice.ask).toBe('procedure');
      expect(choice.options).toHaveLength(4);
      expect(choice.text).toContain(`2. ${choice.options?.[1]}`);
      const second = await hoa.says('cái thứ hai');
      expect(second.text).toContain(choice.options?.[1]);
      const others = await hoa.says('còn cái kia thì sao');
      expect(others.ask).toBe('procedure');
      expect(others.options).toHaveLength(3);
      expect(idOf(await hoa.says('số 1'))).toBeDefined();
    });

    it('a button chooses, and what was asked first is answered', async () => {
      const hoa = citizen();
      await hoa.says('cần giấy tờ gì');
      const choice = await hoa.says('cấp giấy phép');
      expect(choice.ask).toBe('procedure');
      expect((await hoa.says(choice.options?.[0] ?? '')).text).toContain('☐ 1.');
    });

    it('none of them: its name is asked for, and then understood', async () => {
      const hoa = citizen();
      await hoa.says('Cấp giấy phép');
      const again = await hoa.says('Không phải các thủ tục này');
      expect(again.ask).toBe('procedure');
      expect(again.text).toContain('Bạn hỏi về thủ tục nào');
      expect(idOf(await hoa.says('tách thửa'))).toBe('dat-tach-thua');
    });

    it('a near one has a button, and is reached in words', async () => {
      const hoa = citizen();
      const province = await hoa.says('xin giấy phép môi trường');
      expect(idOf(province)).toBe('gpmt-cap-moi-tinh');
      expect(province.options).toContain('Xin giấy phép môi trường (Bộ cấp)');
      expect(idOf(await hoa.says('còn cấp Bộ thì sao'))).toBe('gpmt-cap-moi-bo');
    });
  });

  it('a question without a name is asked back, and keeps what was asked', async () => {
    const hoa = citizen();
    const back = await hoa.says('Nộp online được không');
    expect(back.ask).toBe('procedure');
    const answer = await hoa.says('làm sổ đỏ lần đầu');
    expect(idOf(answer)).toBe('dat-cap-gcn-lan-dau');
    expect(answer.text).toContain('Nộp trực tuyến');
  });

  it('another procedure takes over', async () => {
    const hoa = citizen();
    await hoa.says('làm sổ đỏ lần đầu cần giấy tờ gì');
    expect(idOf(await hoa.says('thế tách thửa thì cần giấy tờ gì'))).toBe('dat-tach-thua');
    expect((await hoa.says('bao lâu')).text).toContain('Tách thửa');
  });

  describe('what is not in the catalogue', () => {
    it.each(['thủ tục cấp hộ chiếu', 'làm lại giấy phép lái xe cần gì', 'đăng ký kết hôn ở đâu'])(
      '%s: the national portal, and a person',
      async (question) => {
        const answer = await citizen().says(question);
        expect(answer.text).toContain('dichvucong.gov.vn');
        expect(answer.options).toContain('gặp cán bộ');
        expect(idOf(answer)).toBeUndefined();
      },
    );
  });

  describe('forgets', () => {
    it('after half an hour', async () => {
      const hoa = citizen();
      await hoa.says('làm sổ đỏ lần đầu cần giấy tờ gì');
      hoa.clock.now = new Date(hoa.clock.now.getTime() + 31 * 60 * 1000);
      expect(idOf(await hoa.says('Thế còn lệ phí?'))).toBeUndefined();
    });

    it('when penalties are asked about instead', async () => {
      const hoa = citizen();
      await hoa.says('làm sổ đỏ lần đầu cần giấy tờ gì');
      await hoa.says('vứt rác ra đường bị phạt bao nhiêu');
      expect(idOf(await hoa.says('ở xã được không?'))).toBeUndefined();
    });
  });

  it('thanks end nothing; a report, an emergency and a person come first', async () => {
    const hoa = citizen();
    await hoa.says('tách thửa cần giấy tờ gì');
    await hoa.says('cảm ơn');
    expect(idOf(await hoa.says('bao lâu?'))).toBe('dat-tach-thua');
    expect(idOf(await hoa.says('nhà máy xả nước thải đen ngòm ra kênh ngay cạnh nhà tôi'))).toBeUndefined();
    const other = citizen();
    await other.says('tách thửa cần giấy tờ gì');
    expect(idOf(await other.says('cháy kho hóa chất, có người ngất, cứu với'))).toBeUndefined();
    expect((await other.says('gặp cán bộ')).handoff).toBe('waiting');
  });

  describe('in the middle of a report', () => {
    it('is answered without buttons, more is answered too, and the report goes on', async () => {
      const hoa = citizen();
      await hoa.says('nhà máy xả nước thải đen ngòm ra kênh, cá chết trắng từ tối qua');
      const open = await hoa.says('thủ tục tách thửa cần giấy tờ gì');
      expect(open.text).toContain('☐ 1. Đơn đề nghị tách/hợp thửa');
      expect(open.ask).toBe('location');
      const more = await hoa.says('thế còn lệ phí?');
      expect(more.text).toContain('Phí, lệ phí');
      expect(more.ask).toBe('location');
      const [answer] = more.messages;
      expect(answer?.channelData?.procedure).toEqual({ id: 'dat-tach-thua' });
      expect(answer?.suggestedActions).toBeUndefined();
      expect((await hoa.says('bao lâu?')).text).toContain('Thời gian giải quyết');
      const place = await hoa.says('phường Ba Đình, Hà Nội');
      expect(place.ask).not.toBe('location');
    });
  });
});

it('in English the frame is English, the facts stay as they are', async () => {
  const hoa = talkIn((text) => text);
  await hoa.says('English please');
  const answer = await hoa.says('làm sổ đỏ lần đầu cần giấy tờ gì');
  expect(answer.text).toContain('Papers to prepare');
  expect(answer.text).toContain('☐ 1. Đơn đăng ký theo mẫu');
  expect(answer.text).toContain('A draft, to be confirmed by staff');
  expect((await hoa.says('How long')).text).toContain('How long it takes');
  expect((await hoa.says('how much is the fee?')).text).toContain('Fee:');
});

it('a procedure that is done right here has a button to do it', async () => {
  const answer = await talkIn((text) => text).says('thủ tục phản ánh ô nhiễm cần giấy tờ gì');
  expect(idOf(answer)).toBe('phan-anh-o-nhiem');
  expect(answer.options).toContain('tôi muốn phản ánh');
});
