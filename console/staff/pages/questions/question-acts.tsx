import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { api, type OutcomeBody, type QuestionBody } from '../../api';
import { words } from '../../words.vi';

interface QuestionActsProps {
  question: QuestionBody;
  /** Absent for those who may not teach. */
  onTeach?: (question: QuestionBody) => void;
}

/** What can be done with a question: teach the bot, or take it off the list. */
export function QuestionActs({ question, onTeach }: QuestionActsProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (outcome: OutcomeBody['outcome']) => api.settleQuestion(question.id, outcome),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questions'] }),
    onError: (error) => void message.error(error.message),
  });
  return (
    <Space wrap size="small">
      {onTeach && (
        <Button size="small" onClick={() => onTeach(question)}>
          {words.questions.teach}
        </Button>
      )}
      <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('done')}>
        {words.questions.done}
      </Button>
      <Button size="small" type="text" disabled={settle.isPending} onClick={() => settle.mutate('dismissed')}>
        {words.questions.dismiss}
      </Button>
    </Space>
  );
}
