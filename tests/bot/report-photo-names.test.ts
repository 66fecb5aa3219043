import { bothWays } from './both-ways';
import { STORY } from './dye-works';

const PHOTO = { contentType: 'image/jpeg', name: 'a.jpg', fileId: 'photo-1', size: 1000 };

describe('words that come with a photo where a name could stand', () => {
  for (const caption of ['đây là ảnh', 'đây là hình nè'])
    bothWays(`“${caption}” is nobody's name`, async (citizen) => {
      await citizen.tells(STORY);
      const asked = await citizen.says(caption, { attachments: [PHOTO] });
      expect(asked.ask).toBe('anonymity');
      await citizen.says('ẩn danh');
      await citizen.says('đúng rồi');
      expect(citizen.tickets()[0]).toMatchObject({ anonymous: true, attachments: [{ id: 'photo-1' }] });
    });
});
