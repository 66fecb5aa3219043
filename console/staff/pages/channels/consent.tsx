import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Badge, Button, Flex, Typography } from 'antd';
import { api, type ConsentBody } from '../../api';
import { formatTime } from '../../format';
import { Asked } from '../../parts/query-state';
import { words } from '../../words.vi';
import { said } from './consent-words.vi';
import { said as channels } from './words.vi';

const REFRESH_MS = 15_000;
const SIGNS = { none: 'warning', good: 'success', failing: 'warning', lost: 'error' } as const;

/** For administrators: whether the owners of the channels' accounts consented, and the way to ask them. */
export function Consents() {
  const consents = useQuery({
    queryKey: ['consents'],
    queryFn: api.consents,
    refetchInterval: REFRESH_MS,
  });
  return (
    <Asked query={consents}>{({ items }) => items.map((each) => <One key={each.channel} {...each} />)}</Asked>
  );
}

function One({ channel, state, ...consent }: ConsentBody) {
  const ask = useMutation({
    mutationFn: () => api.askConsent(channel),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const name = channels.names[channel] ?? channel;
  const isNew = state === 'none';
  const isWanted = isNew || state === 'lost';
  return (
    <section className="card" aria-labelledby={`consent-${channel}`}>
      <div className="title">
        <h2 id={`consent-${channel}`}>{said.title(name)}</h2>
        <Button
          type={isWanted ? 'primary' : 'default'}
          disabled={consent.callbackUrl === null}
          loading={ask.isPending || ask.isSuccess}
          onClick={() => ask.mutate()}
        >
          {isNew ? said.ask : said.askAgain}
        </Button>
      </div>
      {ask.isError && <Alert className="failed" type="error" showIcon title={ask.error.message} />}
      <Flex vertical gap={12}>
        <Badge status={SIGNS[state]} text={said.states[state]} />
        {consent.trouble && <div className="text">{consent.trouble}</div>}
        {!isNew && <Standing renews={state !== 'lost'} {...consent} />}
        <ToSave name={name} {...consent} />
      </Flex>
    </section>
  );
}

type StandingProps = Pick<ConsentBody, 'account' | 'goodUntil' | 'renewedAt'> & { renews: boolean };

function Standing({ account, goodUntil, renewedAt, renews }: StandingProps) {
  return (
    <dl className="facts">
      <dt>{said.account}</dt>
      <dd>{account ?? words.none}</dd>
      <dt>{said.renewedAt}</dt>
      <dd>{timeOr(renewedAt)}</dd>
      <dt>{said.goodUntil}</dt>
      <dd>
        {timeOr(goodUntil)} {renews && <small className="soft">{said.renews}</small>}
      </dd>
    </dl>
  );
}

const timeOr = (iso: string | null): string => (iso ? formatTime(iso) : words.none);

/** What must stand in the service's console, letter by letter. */
function ToSave({
  name,
  callbackUrl,
  challenge,
}: { name: string } & Pick<ConsentBody, 'callbackUrl' | 'challenge'>) {
  return (
    <>
      <div className="soft">{said.saved(name)}</div>
      <dl className="facts">
        <dt>{said.callbackUrl}</dt>
        <dd>{callbackUrl === null ? said.noCallback : <Copied text={callbackUrl} />}</dd>
        <dt>{said.challenge}</dt>
        <dd>
          <Copied text={challenge} />
        </dd>
      </dl>
      <div className="soft">{said.mismatch(name)}</div>
    </>
  );
}

const Copied = ({ text }: { text: string }) => (
  <Typography.Text code copyable={{ tooltips: false }}>
    {text}
  </Typography.Text>
);
