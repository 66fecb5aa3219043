import { envisoft } from './adapters/air/envisoft';
import { openMeteo } from './adapters/air/open-meteo';
import { openAq } from './adapters/air/openaq';
import { AIR, type AirInput, type AirResult } from './bot/topics/air';
import type { Config } from './config';
import type { Content } from './content';
import { airNow } from './hotline/air/now';
import { airTomorrow } from './hotline/air/tomorrow';
import type { AirSource } from './hotline/air/source';
import type { ConversationId } from './hotline/conversation/turn';
import type { EffectHandler } from './hotline/effects';

export interface AirLookUpParts {
  config: Pick<Config, 'air'>;
  content: Pick<Content, 'airScale'>;
  /** Shows the citizen that somebody is at work. */
  typing: (conversation: ConversationId) => void;
  onError: (error: unknown, what: string) => void;
}

/** The effect by which the bot asks how the air is somewhere. It never fails: nobody knowing is an answer, too. */
export function airLookUp({
  config,
  content,
  typing,
  onError,
}: AirLookUpParts): Record<string, EffectHandler> {
  const asked = {
    scale: content.airScale,
    sources: sourcesOf(config),
    onError: (error: unknown, source: string) => onError(error, `the air could not be asked of ${source}`),
  };
  const air = airNow({ ...asked, nearKm: config.air.nearKm });
  const tomorrow = airTomorrow(asked);
  return {
    async [AIR](input, conversation): Promise<AirResult> {
      const { name, ahead, ...point } = input as AirInput;
      typing(conversation);
      const [now, expected] = await Promise.all([air.at(point), ahead ? tomorrow.at(point) : undefined]);
      return { place: name, ahead, air: now ?? null, ...(ahead && { tomorrow: expected ?? null }) };
    },
  };
}

/** What is measured before what is computed. */
function sourcesOf({
  air: { envisoft: state, openAq: open, openMeteo: model },
}: Pick<Config, 'air'>): AirSource[] {
  return [
    ...(state ? [envisoft(state)] : []),
    ...(open ? [openAq(open)] : []),
    ...(model ? [openMeteo(model)] : []),
  ];
}
