import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { api, type Session } from '../api';
import { Entrance } from '../parts/entrance';
import { words } from '../words.vi';

interface Entered {
  email: string;
  password: string;
}

export default function SignIn({ onEntered }: { onEntered: (session: Session) => void }) {
  const signIn = useMutation({
    mutationFn: ({ email, password }: Entered) => api.signIn(email, password),
    onSuccess: onEntered,
  });
  return (
    <Entrance title={words.signIn.title}>
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={(entered) => signIn.mutate(entered)}>
        <Form.Item
          name="email"
          label={words.signIn.email}
          rules={[{ required: true, message: words.signIn.needEmail }]}
        >
          <Input type="email" autoComplete="username" size="large" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.signIn.password}
          rules={[{ required: true, message: words.signIn.needPassword }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        {signIn.isError && <Alert className="failed" type="error" showIcon title={signIn.error.message} />}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {words.signIn.submit}
        </Button>
      </Form>
      <p className="soft">{words.signIn.help}</p>
    </Entrance>
  );
}
