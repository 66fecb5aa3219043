import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { api, type AccountBody } from '../api';
import { words } from '../words.vi';
import { AgencyPicker } from './agency-picker';

interface Entered {
  email: string;
  name: string;
  role: AccountBody['role'];
  agency?: string | null;
  password?: string;
}

interface AccountDialogProps {
  /** Absent: a new one is made. */
  account?: AccountBody;
  saved: () => void;
  left: () => void;
}

const MIN_PASSWORD = 12;
const WITH_UNIT = ['agency', 'inspector'];

export function AccountDialog({ account, saved, left }: AccountDialogProps) {
  const [form] = Form.useForm<Entered>();
  const { message } = App.useApp();
  const said = words.accounts;
  const save = useMutation({
    mutationFn: (entered: Entered) => (account ? change(account.id, entered) : add(entered)),
    onSuccess: () => {
      void message.success(account ? said.changed : said.added);
      saved();
    },
  });
  const role = Form.useWatch('role', form);
  const needed = { required: true, message: words.moves.fields.required };
  return (
    <Modal
      open
      title={account ? account.name : said.add}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={left}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'operator', ...account, agency: account?.agency?.code ?? null }}
        onFinish={(entered) => save.mutate(entered)}
      >
        <Form.Item name="name" label={words.setup.name} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={words.signIn.email} rules={[needed]}>
          <Input type="email" disabled={account !== undefined} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={said.role}>
          <Select options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {WITH_UNIT.includes(role) && (
          <Form.Item name="agency" label={said.agency} rules={role === 'agency' ? [needed] : []}>
            <AgencyPicker suggested={account?.agency ?? null} allowClear />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={account ? said.newPassword : said.password}
          extra={words.setup.passwordHint}
          rules={[{ required: !account, min: MIN_PASSWORD, message: words.setup.shortPassword }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {save.isError && <Alert className="failed" type="error" showIcon title={save.error.message} />}
      </Form>
    </Modal>
  );
}

const add = ({ password = '', agency = null, ...facts }: Entered) =>
  api.addAccount({ ...facts, agency, password });

const change = (id: string, { name, role, agency = null, password }: Entered) =>
  api.changeAccount(id, { name, role, agency, ...(password && { password }) });
