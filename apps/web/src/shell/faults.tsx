import { Button, Stack, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../components/problem-notice';
import { usePageTitle } from './page-title';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  usePageTitle(t('notFound.title'));
  return (
    <Stack gap="sm" className="panel">
      <Title order={1}>{t('notFound.title')}</Title>
      <p>{t('notFound.text')}</p>
      <Link to="/">{t('notFound.home')}</Link>
    </Stack>
  );
}

/** A page that could not be loaded: why, and a way to try again. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation(['shell', 'common']);
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack gap="sm" className="panel" align="flex-start">
      <Title order={1}>{t('shell:fault')}</Title>
      <ProblemNotice error={error} />
      <Button onClick={again}>{t('common:retry')}</Button>
    </Stack>
  );
}
