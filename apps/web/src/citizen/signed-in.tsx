import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { sessionQuery } from '../shell/session';
import { CitizenPage } from './page';
import { SignInLink } from './sign-in-link';

/**
 * Shows its page to a signed-in citizen. To anyone else, and when the session ended meanwhile, it says so at the same
 * address, so that signing in leads back here.
 */
export function SignedIn({ children }: { children: (name: string) => ReactNode }) {
  const { t } = useTranslation('citizen');
  const { data: session, error } = useQuery(sessionQuery);
  const href = useRouterState({ select: (state) => state.location.href });
  if (session?.kind === 'citizen') return children(session.name ?? '');
  return (
    <CitizenPage title={t('signIn.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error ? <ProblemNotice error={error} /> : !session ? <Loading /> : null}
      {session && (
        <>
          <p>{t(session.kind === 'officer' ? 'signIn.officer' : 'signIn.why')}</p>
          <SignInLink returnTo={href} label={t('signIn.go')} />
        </>
      )}
    </CitizenPage>
  );
}
