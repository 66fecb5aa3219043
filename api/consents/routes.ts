import type { Router } from 'express';
import { notFound } from '../../hotline/errors';
import type { GrantState } from '../../hotline/grants';
import { isoVietnam } from '../http/dates';
import { mount } from '../http/route';
import type { StaffApiOptions } from '../options';
import * as routes from './schema';

/** Consent of the owners of the channels' accounts, for those channels that need it. */
export function consentRoutes(router: Router, { consents, audit }: StaffApiOptions): void {
  mount(router, routes.listConsents, async () => {
    const all = [...consents].map(async ([channel, consent]) => present(channel, await consent.state()));
    return { items: await Promise.all(all) };
  });

  mount(router, routes.askConsent, async ({ user: { id, name }, params: { channel = '' } }) => {
    const consent = consents.get(channel);
    if (!consent) throw notFound('kênh này');
    await audit.record({ by: { id, name }, action: 'consent.ask', object: channel, note: null });
    return { url: await consent.begin() };
  });
}

const iso = (date: Date | null): string | null => date && isoVietnam(date);

const present = (channel: string, { renewedAt, goodUntil, ...state }: GrantState): routes.ConsentBody => ({
  channel,
  ...state,
  renewedAt: iso(renewedAt),
  goodUntil: iso(goodUntil),
});
