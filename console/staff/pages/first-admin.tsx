import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { api, type Session } from '../api';
import { Entrance } from '../parts/entrance';
import { go } from '../router';
import { words } from '../words.vi';

interface Entered {
  email: string;
  name: string;
  password: string;
}

const MIN_PASSWORD = 12;

export default function FirstAdmin({
  token,
  onEntered,
}: {
  token: string;
  onEntered: (session: Session) => void;
}) {
  const add = useMutation({
    mutationFn: ({ email, name, password }: Entered) => api.addFirstAdmin({ token, email, name, password }),
    onSuccess: (session) => {
      go('/', { replace: true });
      onEntered(session);
    },
  });
  const { setup, signIn } = words;
  return (
    <Entrance title={setup.title}>
      <p className="soft">{setup.lead}</p>
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={(entered) => add.mutate(entered)}>
        <Form.Item
          name="name"
          label={setup.name}
          rules={[{ required: true, whitespace: true, message: setup.needName }]}
        >
          <Input autoComplete="name" size="large" autoFocus />
        </Form.Item>
        <Form.Item name="email" label={signIn.email} rules={[{ required: true, message: signIn.needEmail }]}>
          <Input type="email" autoComplete="username" size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={signIn.password}
          extra={setup.passwordHint}
          rules={[{ required: true, min: MIN_PASSWORD, message: setup.shortPassword }]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={setup.repeat}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(setup.differs)),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        {add.isError && <Alert className="failed" type="error" showIcon title={add.error.message} />}
        <Button type="primary" htmlType="submit" size="large" block loading={add.isPending}>
          {setup.submit}
        </Button>
      </Form>
    </Entrance>
  );
}
