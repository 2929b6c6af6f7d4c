import { Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';

interface EmptyStateProps {
  text: string;
  action?: { label: string; onClick: () => void };
}

/** Nothing yet, or nothing matches: each says what it is and what to do. */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <Stack gap="xs" align="flex-start" className="empty" role="status">
      <p>{text}</p>
      {action && (
        <Button variant="default" size="compact-md" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}

/** Could not load: why, and a way to try again. */
export function LoadFault({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <ProblemNotice error={error}>
      <Button variant="default" size="compact-md" mt={6} onClick={onRetry}>
        {t('retry')}
      </Button>
    </ProblemNotice>
  );
}

/** A whole page that could not be loaded. */
export function PageFault({ title, ...fault }: { title: string; error: unknown; onRetry: () => void }) {
  return (
    <Stack gap="sm">
      <Title order={1}>{title}</Title>
      <LoadFault {...fault} />
    </Stack>
  );
}
