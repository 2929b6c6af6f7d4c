import { Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorSummary } from '../components/error-summary';

interface OneTextFormProps {
  id: string;
  label: string;
  /** What is said when nothing was typed. */
  missing: string;
  maxLength: number;
  /** A line, as a document's number is; or more, as a reason is. */
  lines: 'one' | 'many';
  onSend: (text: string) => void;
  className?: string;
  /** The buttons. */
  children: ReactNode;
}

/** A form that asks for one text, which must be given: a reason, a document. */
export function OneTextForm({ id, label, missing, maxLength, lines, onSend, className, children }: OneTextFormProps) {
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && !text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (text.trim()) onSend(text.trim());
  };
  const input = { id, label, maxLength, value: text, error: isMissing ? missing : undefined, onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value) };
  return (
    <form onSubmit={submit} noValidate className={className}>
      <ErrorSummary errors={isMissing ? [{ inputId: id, message: missing }] : []} attempt={attempt} />
      {lines === 'one' ? <TextInput {...input} autoComplete="off" /> : <Textarea {...input} />}
      <Group gap="sm" mt="xs">
        {children}
      </Group>
    </form>
  );
}
