import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Dossier, Unit } from '../api/types';
import { slipAddress } from '../api/calls';
import { FeeLines } from '../components/fee-lines';
import { PdfLink } from '../components/pdf-link';
import { useLocalized } from '../shell/localized';
import { CHANNELS, DELIVERIES, oneOf } from '../components/words';
import { may, useSession } from '../shell/session';

/** Who owns, who filed and how, the way the result goes, the fee. */
export function People({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation(['dossiers', 'common']);
  const session = useSession();
  const pick = useLocalized();
  return (
      <dl className="facts">
        <dt>{t('dossiers:people.owner')}</dt>
        <dd lang="vi">
          {dossier.ownerId && may(session, 'person.search') ? (
            <Link to="/nguoi/$id" params={{ id: dossier.ownerId }} search={{ dossier: dossier.id }}>
              {dossier.ownerName}
            </Link>
          ) : (
            dossier.ownerName
          )}{' '}
          <span className="number">{dossier.ownerPersonalId}</span>
        </dd>
        {dossier.filerName && (
          <>
            <dt>{t('dossiers:people.filer')}</dt>
            <dd>
              <span lang="vi">{dossier.filerName}</span>
              {dossier.actingRole && ` (${pick(dossier.actingRole)})`}
            </dd>
          </>
        )}
        {dossier.ownerPhone && (
          <>
            <dt>{t('common:phone')}</dt>
            <dd className="number">{dossier.ownerPhone}</dd>
          </>
        )}
        <dt>{t('dossiers:people.channel')}</dt>
        <dd>
          {t(`common:channel.${oneOf(CHANNELS, dossier.channel, 'counter')}`)}
          {dossier.assisted && `, ${t('dossiers:people.assisted')}`}
        </dd>
        <Place name={t('dossiers:people.help')} unit={dossier.places.help} />
        <Place name={t('dossiers:people.receipt')} unit={dossier.places.receipt} />
        <Place name={t('dossiers:people.competent')} unit={dossier.places.competent} />
        <Place name={t('dossiers:people.collect')} unit={dossier.places.collect} />
        <dt>{t('dossiers:people.delivery')}</dt>
        <dd>{t(`common:delivery.${oneOf(DELIVERIES, dossier.deliveryMethod, 'counter')}`)}</dd>
        <dt>{t('dossiers:people.fee')}</dt>
        <dd>
          <FeeLines fee={dossier.fee} />
          {dossier.fee.total > 0 && t(dossier.fee.paid ? 'common:fee.paid' : 'common:fee.unpaid')}
          {dossier.fee.total > 0 && dossier.fee.paid && (
            <div>
              <PdfLink href={slipAddress(dossier.id, 'fee')}>{t('dossiers:papers.feeSlip')}</PdfLink>
            </div>
          )}
        </dd>
      </dl>
  );
}

/** Place of help, of receipt, of decision and of collection are facts apart; what is not there is left out. */
function Place({ name, unit }: { name: string; unit: Unit | undefined }) {
  if (!unit) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd lang="vi">{unit.name}</dd>
    </>
  );
}
