import type { ReactNode } from 'react';
import { words } from '../words.vi';

/** The card in the middle of the page, before signing in. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="entrance">
      <div className="card">
        <p className="brand">
          <img src="/logo.svg" alt="" width="36" height="36" />
          <span>
            {words.product}
            <small>{words.desk}</small>
          </span>
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
