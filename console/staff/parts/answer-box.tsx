import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { newKey } from '../api';
import { words } from '../words.vi';

interface AnswerBoxProps {
  /** Sends the text; the key stays the same while the same text is tried again. */
  send: (text: string, key: string) => Promise<unknown>;
  sent: () => void;
  hint?: string;
  /** Something was written. */
  typed?: () => void;
  /** Stands between the words and the button. */
  children?: ReactNode;
}

/** Where staff write to the citizen. Ctrl+Enter sends. */
export function AnswerBox({ send, sent, hint = words.answer.hint, typed, children }: AnswerBoxProps) {
  const [text, setText] = useState('');
  const key = useRef(newKey());
  const sending = useMutation({
    mutationFn: () => send(text.trim(), key.current),
    onSuccess: () => {
      setText('');
      key.current = newKey();
      sent();
    },
  });
  const submit = () => {
    if (text.trim() && !sending.isPending) sending.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const write = (next: string) => {
    setText(next);
    if (next) typed?.();
    // Other words are another message, even if the first try may have arrived.
    if (sending.isError) key.current = newKey();
  };
  return (
    <div className="answer">
      <Input.TextArea
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        aria-label={words.answer.label}
        placeholder={words.answer.placeholder}
      />
      {children}
      {sending.isError && <Alert className="failed" type="error" showIcon title={sending.error.message} />}
      <div className="answer-foot">
        <span className="soft">{hint}</span>
        <Button type="primary" onClick={submit} loading={sending.isPending} disabled={!text.trim()}>
          {words.answer.send}
        </Button>
      </div>
    </div>
  );
}
