import { Empty, Pagination } from 'antd';
import type { ReactNode } from 'react';
import type { Page } from '../api';
import { usePage } from '../router';

interface ListProps {
  columns: readonly string[];
  /** What is done with a row, told to who cannot see the buttons in its last column. */
  acts?: string;
  children: ReactNode;
}

/** A table on a wide screen, cards on a phone: the same markup, laid out by the style sheet. */
export function List({ columns, acts, children }: ListProps) {
  return (
    <table className="list">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {acts !== undefined && <th aria-label={acts} />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface PagedProps {
  found: Page<unknown>;
  /** What is said when nothing was found. */
  empty: string;
  /** What may be done about it. */
  instead?: ReactNode;
  onPage: (page: number) => void;
  children: ReactNode;
}

/** What was found, and the way to its other pages; which one is shown stands in the address. */
export function Paged({ found: { items, total, pageSize }, empty, instead, onPage, children }: PagedProps) {
  const page = usePage();
  if (items.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
        {instead}
      </Empty>
    );
  return (
    <>
      {children}
      <Pagination
        current={page}
        total={total}
        pageSize={pageSize}
        showSizeChanger={false}
        hideOnSinglePage
        responsive
        onChange={onPage}
      />
    </>
  );
}
