import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../shell/session';
import { signInAddress } from './calls';

/** The way to the identity provider and back to `returnTo`; where none is set up, citizens are served at the counter. */
export function SignInLink({ returnTo, label }: { returnTo: string; label: string }) {
  const { t } = useTranslation('citizen');
  const { data: session } = useQuery(sessionQuery);
  if (session?.citizenSignIn === false) return <p>{t('signIn.none')}</p>;
  return (
    <a className="go" href={signInAddress(returnTo)}>
      {label}
    </a>
  );
}
