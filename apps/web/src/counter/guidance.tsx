import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { guidanceAddress } from '../api/calls';
import type { Procedure } from '../api/types';
import { PdfLink } from '../components/pdf-link';
import { ShownValues } from '../components/shown-values';
import { useLocalized } from '../shell/localized';

/** A procedure that is not received here: why, what the person needs, and the slip to take along. */
export function Guidance({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation(['counter', 'common']);
  const pick = useLocalized();
  return (
    <div className="guidance">
      <Alert color="orange" role="status" title={procedure.referral ? t('counter:guidance.referred', { agency: pick(procedure.referral) }) : t('counter:guidance.skeleton')}>
        {procedure.referral ? t('counter:guidance.referredText') : t('counter:guidance.skeletonText')}
      </Alert>
      <p>
        <PdfLink href={guidanceAddress(procedure.code)}>{t('counter:guidance.print')}</PdfLink>
      </p>
      <dl className="facts">
        <dt>{t('counter:guidance.limit')}</dt>
        <dd>{pick(procedure.limit)}</dd>
        <dt>{t('counter:guidance.fee')}</dt>
        <dd>{pick(procedure.fee)}</dd>
        {['channels', 'note', 'reception'].some((kind) => procedure.values.some((value) => value.kind === kind)) && (
          <>
            <dt>{t('common:layer.local')}</dt>
            <dd>
              <ShownValues values={procedure.values} kind="channels" />
              <ShownValues values={procedure.values} kind="note" />
              <ShownValues values={procedure.values} kind="reception" />
            </dd>
          </>
        )}
        <dt>{t('counter:guidance.decidedBy')}</dt>
        <dd>{pick(procedure.decidedBy)}</dd>
        <dt>{t('counter:guidance.bases')}</dt>
        <dd lang="vi">{procedure.legalBases.join('; ')}</dd>
      </dl>
      <h3>{t('counter:guidance.components')}</h3>
      <ul>
        {procedure.components.map((component) => (
          <li key={component.name.vi}>
            {pick(component.name)} ({t('common:component.counts', { originals: component.originals, copies: component.copies })})
          </li>
        ))}
      </ul>
    </div>
  );
}
