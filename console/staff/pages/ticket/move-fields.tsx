import { Checkbox, Form, Input, Select } from 'antd';
import type { TicketBody } from '../../api';
import { words } from '../../words.vi';
import { AgencyPicker } from '../../parts/agency-picker';
import { EvidencePicker } from './evidence-picker';
import type { MoveType } from './move-words';

const { fields } = words.moves;
const required = { required: true, whitespace: true, message: fields.required };

interface TextProps {
  name: string;
  label: string;
  needed?: boolean;
}

const Text = ({ name, label, needed = false }: TextProps) => (
  <Form.Item name={name} label={label} rules={needed ? [required] : []}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
  </Form.Item>
);

/** What each move asks for. */
export function MoveFields({ type, ticket }: { type: MoveType; ticket: TicketBody }) {
  switch (type) {
    case 'forward':
      return (
        <>
          <Form.Item
            name="agency"
            label={fields.agency}
            rules={[{ required: true, message: fields.required }]}
          >
            <AgencyPicker suggested={ticket.agency} />
          </Form.Item>
          <Text name="note" label={fields.note} />
        </>
      );
    case 'ask_citizen':
      return <Text name="text" label={fields.question} needed />;
    case 'resolve':
      return <Resolution ticket={ticket} />;
    case 'reject':
      return <Text name="reason" label={fields.reason} needed />;
    case 'reopen':
      return <Text name="reason" label={fields.reopenReason} needed />;
    case 'duplicate':
      return (
        <Form.Item name="of" label={fields.of} rules={[required]}>
          <Input placeholder="XH-2026-000123" />
        </Form.Item>
      );
    case 'reclassify':
      return <Reclassification ticket={ticket} />;
    case 'note':
      return <Text name="note" label={fields.colleagues} needed />;
    default:
      return <Text name="note" label={fields.note} />;
  }
}

function Resolution({ ticket }: { ticket: TicketBody }) {
  return (
    <>
      <Text name="text" label={fields.result} needed />
      <Form.Item
        name="evidence"
        label={fields.evidence}
        dependencies={['legalReason']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: unknown[]) =>
              value.length > 0 || String(getFieldValue('legalReason') ?? '').trim()
                ? Promise.resolve()
                : Promise.reject(new Error(fields.needEvidence)),
          }),
        ]}
      >
        <EvidencePicker code={ticket.code} />
      </Form.Item>
      <Text name="legalReason" label={fields.legalReason} />
    </>
  );
}

function Reclassification({ ticket }: { ticket: TicketBody }) {
  const options = Object.entries(words.categories).map(([value, label]) => ({ value, label }));
  return (
    <>
      {ticket.lane === 'pollution' && (
        <Form.Item name="category" label={fields.category}>
          <Select options={options} />
        </Form.Item>
      )}
      <Form.Item name="urgent" valuePropName="checked">
        <Checkbox>{fields.urgent}</Checkbox>
      </Form.Item>
      <Text name="note" label={fields.note} />
    </>
  );
}
