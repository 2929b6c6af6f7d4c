import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './components.css';

export interface FieldError {
  /** The id of the input the link leads to. */
  inputId: string;
  message: string;
}

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** Changes with each attempt, so that the same faults are announced again. */
  attempt: number;
}

/** The faults of a form, on top, focused once per attempt; each line leads to its field. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const { t } = useTranslation('forms');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    // Focused instead of being an alert: both together would be read twice.
    <Alert ref={box} tabIndex={-1} role="group" color="red" title={t('summary.title', { count: errors.length })}>
      <ul className="plain-list error-links">
        {errors.map((error) => (
          <li key={error.inputId + error.message}>
            <a href={`#${error.inputId}`} onClick={(event) => goTo(event, error.inputId)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Puts the focus into the field; following the address alone would only scroll. */
function goTo(event: React.MouseEvent, inputId: string): void {
  const input = document.getElementById(inputId);
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.scrollIntoView({ block: 'center' });
}
