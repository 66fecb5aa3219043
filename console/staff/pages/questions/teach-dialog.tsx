import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { api, type NewExampleBody, type QuestionBody } from '../../api';
import { words } from '../../words.vi';

const { teaching, intents, aspects } = words.questions;

/** Teaches the bot what a question means; the question is then settled. */
export function TeachDialog({ question, onClose }: { question: QuestionBody; onClose: () => void }) {
  const [form] = Form.useForm<NewExampleBody>();
  const intent = Form.useWatch('intent', form) ?? question.intent;
  const queries = useQueryClient();
  const teach = useMutation({
    mutationFn: async (example: NewExampleBody) => {
      await api.teach(example);
      await api.settleQuestion(question.id, 'done');
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['questions'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={teaching.title}
      okText={teaching.submit}
      cancelText={words.cancel}
      confirmLoading={teach.isPending}
      onOk={() => void form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ text: question.text, intent: question.intent, aspect: question.aspect }}
        onFinish={(example: NewExampleBody) => teach.mutate(example)}
      >
        <Form.Item name="text" label={teaching.text} extra={teaching.textHint} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="intent" label={teaching.intent}>
          <Select options={optionsOf(intents)} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        {(intent === 'report.pollution' || intent === 'report.emergency') && (
          <Form.Item
            name="category"
            label={teaching.category}
            rules={[{ required: true, message: teaching.needed }]}
          >
            <Select options={optionsOf(words.categories)} />
          </Form.Item>
        )}
        {intent === 'procedure.ask' && <ProcedureField />}
        {intent === 'procedure.ask' && (
          <Form.Item
            name="aspect"
            label={teaching.aspect}
            rules={[{ required: true, message: teaching.needed }]}
          >
            <Select options={optionsOf(aspects)} />
          </Form.Item>
        )}
      </Form>
      {teach.isError && <Alert type="error" showIcon title={teach.error.message} />}
    </Modal>
  );
}

function ProcedureField() {
  const { data, isPending } = useQuery({
    queryKey: ['procedures'],
    queryFn: api.procedures,
    staleTime: Infinity,
  });
  const options = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <Form.Item name="procedure" label={teaching.procedure} extra={teaching.procedureHint}>
      <Select options={options} loading={isPending} allowClear showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
