import { useMutation } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { api, newKey, type MoveInput, type TicketBody } from '../../api';
import { words } from '../../words.vi';
import { MoveFields } from './move-fields';
import { moveWords, type MoveType } from './move-words';
import { incidentWords } from './incident-words.vi';

interface MoveDialogProps {
  ticket: TicketBody;
  type: MoveType;
  /** So many other tickets of its incident may be moved with it. */
  others: number;
  moved: () => void;
  left: () => void;
}

/** Of these the other reporters hear in any case. */
const TOLD: MoveType[] = ['verify', 'forward', 'start', 'resolve', 'reopen'];

/** Asks what a move needs, makes it, and stays open with the reason when it is refused. */
export function MoveDialog({ ticket, type, others, moved, left }: MoveDialogProps) {
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
        {others > 0 && (
          <Form.Item
            name="wholeIncident"
            valuePropName="checked"
            extra={TOLD.includes(type) ? incidentWords.moveTold : incidentWords.moveUntold}
          >
            <Checkbox>{incidentWords.move(label, others)}</Checkbox>
          </Form.Item>
        )}
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
