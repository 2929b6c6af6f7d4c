import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../api/calls';
import type { DemonstrationAccount } from '../api/types';
import { ErrorSummary, type FieldError } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { homeOf, useReplaceSession, useSession } from '../shell/session';
import { usePageTitle } from '../shell/page-title';
import { DemonstrationAccounts } from './demonstration-accounts';
import './sign-in.css';

const route = getRouteApi('/dang-nhap');

/** Officers sign in with account and password; citizens are led to their electronic identity. */
export function SignInPage() {
  const { t } = useTranslation('shell');
  const { return: target, ended } = route.useSearch();
  const session = useSession();
  usePageTitle(t('signIn.title'));
  return (
    <div className="sign-in">
      <div className="panel sign-in-form">
        <Title order={1}>{t('signIn.title')}</Title>
        <Text c="dimmed">{t('signIn.about')}</Text>
        {ended && (
          <Alert color="orange" mt="sm" role="status">
            {t('signIn.ended')}
          </Alert>
        )}
        <SignInForm target={target} accounts={session.demonstration ? (session.demonstrationAccounts ?? []) : []} />
      </div>
      <div className="panel sign-in-citizen">
        <Title order={2}>{t('signIn.citizenTitle')}</Title>
        <Text>{t('signIn.citizenAbout')}</Text>
        {session.citizenSignIn && (
          <Anchor href={`/api/citizen/sign-in?return=${encodeURIComponent(target?.startsWith('/cong-dan') ? target : '/cong-dan')}`} fw={600}>
            {t('signIn.citizen')}
          </Anchor>
        )}
        <Anchor href="/tra-cuu">{t('signIn.lookUp')}</Anchor>
      </div>
    </div>
  );
}

function SignInForm({ target, accounts }: { target: string | undefined; accounts: readonly DemonstrationAccount[] }) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const replaceSession = useReplaceSession();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const enter = useMutation({
    mutationFn: () => signIn(account.trim(), password),
    onSuccess: (session) => {
      replaceSession(session);
      router.history.push(target ?? homeOf(session));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldError[] = [];
    if (!account.trim()) missing.push({ inputId: 'account', message: t('signIn.accountMissing') });
    if (!password) missing.push({ inputId: 'password', message: t('signIn.passwordMissing') });
    setErrors(missing);
    setAttempt(attempt + 1);
    if (missing.length === 0) enter.mutate();
  };
  const fill = (chosen: DemonstrationAccount) => {
    setAccount(chosen.login);
    setPassword(chosen.password);
    setErrors([]);
    document.getElementById('sign-in')?.focus();
  };
  const errorOf = (inputId: string) => errors.find((error) => error.inputId === inputId)?.message;
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" mt="md" align="stretch">
          <ErrorSummary errors={errors} attempt={attempt} />
          {enter.isError && <ProblemNotice error={enter.error} />}
          <TextInput
            id="account"
            name="username"
            label={t('signIn.account')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
            error={errorOf('account')}
          />
          <PasswordInput
            id="password"
            name="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={errorOf('password')}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
          />
          <Button id="sign-in" type="submit" loading={enter.isPending}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
      {accounts.length > 0 && <DemonstrationAccounts accounts={accounts} onUse={fill} />}
    </>
  );
}
