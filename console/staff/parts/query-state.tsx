import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { words } from '../words.vi';

export function Loading() {
  return (
    <div className="loading" role="status" aria-label={words.loading}>
      <Skeleton active paragraph={{ rows: 5 }} />
    </div>
  );
}

export function Failed({ error, again }: { error: Error; again: () => void }) {
  const button = (
    <Button size="small" onClick={again}>
      {words.tryAgain}
    </Button>
  );
  return <Alert className="failed" type="error" showIcon title={error.message} action={button} />;
}

/** Shows what was asked for once it is there; until then that it is coming, or why it is not. */
export function Asked<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined && !query.isError) return children(query.data);
  if (query.isError) return <Failed error={query.error} again={() => void query.refetch()} />;
  return <Loading />;
}
