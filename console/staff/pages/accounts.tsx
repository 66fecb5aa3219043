import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Tag } from 'antd';
import { useState } from 'react';
import { api, type AccountBody, type User } from '../api';
import { AccountDialog } from '../parts/account-dialog';
import { List } from '../parts/list';
import { Asked } from '../parts/query-state';
import { words } from '../words.vi';

const COLUMNS = [words.setup.name, words.signIn.email, words.accounts.role, words.accounts.agency];

/** Accounts of the staff, for administrators. */
export default function Accounts({ user }: { user: User }) {
  const queries = useQueryClient();
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: api.accounts });
  const [open, setOpen] = useState<AccountBody | 'new'>();
  const refresh = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <>
      <div className="title">
        <h1>{words.accounts.title}</h1>
        <Button type="primary" onClick={() => setOpen('new')}>
          {words.accounts.add}
        </Button>
      </div>
      <Asked query={accounts}>
        {({ items }) => (
          <List columns={COLUMNS} acts={words.accounts.edit}>
            {items.map((account) => (
              <Row
                key={account.id}
                account={account}
                you={account.id === user.id}
                edit={() => setOpen(account)}
                changed={refresh}
              />
            ))}
          </List>
        )}
      </Asked>
      {open && (
        <AccountDialog
          {...(open !== 'new' && { account: open })}
          left={() => setOpen(undefined)}
          saved={refresh}
        />
      )}
    </>
  );
}

interface RowProps {
  account: AccountBody;
  you: boolean;
  edit: () => void;
  changed: () => void;
}

function Row({ account, you, edit, changed }: RowProps) {
  const { modal, message } = App.useApp();
  const said = words.accounts;
  const change = useMutation({
    mutationFn: (disabled: boolean) => api.changeAccount(account.id, { disabled }),
    onSuccess: () => {
      void message.success(said.changed);
      changed();
    },
  });
  const disable = () => {
    void modal.confirm({
      title: said.disableTitle(account.name),
      content: said.disableText,
      okText: said.disable,
      cancelText: words.cancel,
      onOk: () => change.mutate(true),
    });
  };
  return (
    <tr>
      <td className="what">
        <strong>{account.name}</strong> {you && <Tag>{said.you}</Tag>}
        {account.disabled && <Tag color="red">{said.disabled}</Tag>}
        {change.isError && <Alert className="failed" type="error" showIcon title={change.error.message} />}
      </td>
      <td data-label={words.signIn.email}>{account.email}</td>
      <td data-label={said.role}>{words.roles[account.role]}</td>
      <td data-label={said.agency}>{account.agency?.name ?? words.none}</td>
      <td className="actions">
        <Button size="small" onClick={edit}>
          {said.edit}
        </Button>
        <Button
          size="small"
          danger={!account.disabled}
          loading={change.isPending}
          onClick={() => (account.disabled ? change.mutate(false) : disable())}
        >
          {account.disabled ? said.enable : said.disable}
        </Button>
      </td>
    </tr>
  );
}
