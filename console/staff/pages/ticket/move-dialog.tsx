import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useState } from 'react';
import { api, newKey, type MoveInput, type TicketBody } from '../../api';
import { words } from '../../words.vi';
import { MoveFields } from './move-fields';
import { moveWords, type MoveType } from './move-words';

interface MoveDialogProps {
  ticket: TicketBody;
  type: MoveType;
  moved: () => void;
  left: () => void;
}

/** Asks what a move needs, makes it, and stays open with the reason when it is refused. */
export function MoveDialog({ ticket, type, moved, left }: MoveDialogProps) {
  const [form] = Form.useForm<object>();
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const { label, done } = moveWords(type, ticket);
  const move = useMutation({
    mutationFn: (entered: object) => api.move(ticket.code, asMove(type, entered), key),
    onSuccess: () => {
      void message.success(done);
      moved();
    },
  });
  return (
    <Modal
      open
      title={`${label} · ${ticket.code}`}
      okText={label}
      cancelText={words.cancel}
      confirmLoading={move.isPending}
      onOk={() => form.submit()}
      onCancel={left}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ category: ticket.category, urgent: ticket.urgent, evidence: [] }}
        onFinish={(entered) => move.mutate(entered)}
      >
        <MoveFields type={type} ticket={ticket} />
        {move.isError && <Alert className="failed" type="error" showIcon title={move.error.message} />}
      </Form>
    </Modal>
  );
}

/** The form's fields are the move's; what was left empty is left out. */
function asMove(type: MoveType, entered: object): MoveInput {
  const given = Object.entries(entered).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  return { type, ...Object.fromEntries(given) } as MoveInput;
}
