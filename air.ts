import { envisoft } from './adapters/air/envisoft';
import { openMeteo } from './adapters/air/open-meteo';
import { openAq } from './adapters/air/openaq';
import { AIR, type AirInput, type AirResult } from './bot/topics/air';
import type { Config } from './config';
import type { Content } from './content';
import { airNow } from './hotline/air/now';
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
  const air = airNow({
    scale: content.airScale,
    sources: sourcesOf(config),
    onError: (error, source) => onError(error, `the air could not be asked of ${source}`),
  });
  return {
    async [AIR](input, conversation): Promise<AirResult> {
      const { name, ahead, ...point } = input as AirInput;
      typing(conversation);
      return { place: name, ahead, air: (await air.at(point)) ?? null };
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
