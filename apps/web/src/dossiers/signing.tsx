import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { dateTime } from '../shell/format';

/** The three acts on a decision's paper with their evidence, and why the last attempt failed. */
export function Signing({ signing }: { signing: NonNullable<Dossier['signing']> }) {
  const { t } = useTranslation('dossiers');
  const { done, fault } = signing;
  return (
    <>
      {fault && (
        <Alert color="red" role="alert">
          {t(`signing.fault.${fault}`)}
        </Alert>
      )}
      <ol className="plain-list">
        {done.map(({ kind, at, signer }) => (
          <li key={kind}>
            <strong>{t(`signing.done.${kind}`)}</strong>
            {signer && (
              <>
                {' · '}
                <span lang="vi">{signer}</span>
              </>
            )}
            <div className="under number">{dateTime(at)}</div>
          </li>
        ))}
      </ol>
    </>
  );
}
