import { type Account } from '../accounts';
import { type Asked } from '../answering';
import { badParameter, notFollower, oldMessages } from '../refusal';
import { recipient } from '../windows';
import { type World } from '../world';
import { fields } from './fields';

/** GET /v3.0/oa/user/detail?data={"user_id":"…"} */
export function userDetail(world: World, { params }: Asked): unknown {
  const account = recipient(world, fields(parsed(params.data), 'data').user_id);
  if (!account.follows && account.interactedAt === undefined) throw notFollower();
  return detail(world, account);
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    throw badParameter('data is not JSON');
  }
}

function detail(world: World, { id, idByApp, name, follows, interactedAt, shared }: Account): unknown {
  const avatar = `${world.root}/avatar.png`;
  return {
    user_id: id,
    user_id_by_app: idByApp,
    user_external_id: '',
    display_name: name,
    user_alias: '',
    is_sensitive: false,
    user_last_interaction_date: interactedAt === undefined ? '' : dateInVietnam(interactedAt),
    user_is_follower: follows,
    avatar,
    avatars: { 120: avatar, 240: avatar },
    tags_and_notes_info: { notes: [], tag_names: [] },
    ...(shared ? { shared_info: shared } : {}),
  };
}

const dateInVietnam = (time: number) =>
  new Date(time).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });

/** GET /v2.0/oa/getoa */
export function officialAccount({ settings, accounts, root }: World): unknown {
  const followers = [...accounts.values()].filter(({ follows }) => follows);
  return {
    oa_id: settings.oaId,
    name: settings.oaName,
    description: '',
    oa_alias: '',
    is_verified: true,
    oa_type: 4,
    cate_name: 'Cơ quan nhà nước',
    num_follower: followers.length,
    avatar: `${root}/avatar.png`,
    cover: `${root}/avatar.png`,
  };
}

/** POST /v2.0/oa/message, and the kinds of v3 that ended with it. */
export function endedMessages(): never {
  throw oldMessages();
}
