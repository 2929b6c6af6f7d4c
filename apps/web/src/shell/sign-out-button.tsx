import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getSession, signOut } from '../api/calls';
import { useReplaceSession } from './session';

/** Ends the session. Drafts stay on the desk; nothing of the person stays in this browser's memory. */
export function SignOutButton() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const leave = async () => {
    await signOut();
    sessionStorage.clear();
    await navigate({ to: '/dang-nhap' });
    replaceSession(await getSession());
  };
  return (
    <button type="button" onClick={() => void leave()}>
      {t('signOut')}
    </button>
  );
}
