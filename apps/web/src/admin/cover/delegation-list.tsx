import { Badge, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice';
import { approve, type Delegation, endDelegation, reject } from '../../cover/calls';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { OneTextForm } from '../one-text-form';
import { useAdminAct } from '../use-admin-act';

const COLOURS = { proposed: 'orange', approved: 'green', rejected: 'gray' } as const;

/** The signatures passed on by a document: those that wait first. */
export function DelegationList({ delegations }: { delegations: readonly Delegation[] }) {
  const { t } = useTranslation('cover');
  return (
    <ul className="plain-list cover-list">
      {delegations.map((delegation) => (
        <li key={delegation.id}>
          <DelegationLine delegation={delegation} />
        </li>
      ))}
      {delegations.length === 0 && <li>{t('noDelegations')}</li>}
    </ul>
  );
}

function DelegationLine({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('cover');
  const pick = useLocalized();
  return (
    <>
      <h3>
        <span lang="vi">{delegation.delegateName}</span> {t('signsFor', { formula: delegation.formula })} <span lang="vi">{delegation.delegatorName}</span>{' '}
        <Badge color={COLOURS[delegation.state]} variant="light">
          {t(`decisions.${delegation.state}`)}
        </Badge>
      </h3>
      <dl className="facts">
        <dt>{t('block')}</dt>
        <dd lang="vi">
          {delegation.formula} {delegation.delegatorPost.vi.toLocaleUpperCase('vi')} / {delegation.delegatePosition.toLocaleUpperCase('vi')}
        </dd>
        <dt>{t('document')}</dt>
        <dd className="number">
          {delegation.document}, {shortDate(delegation.documentOn)}
        </dd>
        <dt>{t('delegator')}</dt>
        <dd>
          {pick(delegation.delegatorPost)}, <span lang="vi">{delegation.unitName}</span>
        </dd>
        <dt>{t('acts')}</dt>
        <dd>{delegation.permissions.map((permission) => t(`signing.${permission}`)).join('; ')}</dd>
        <dt>{t('scope')}</dt>
        <dd className="number">{delegation.procedures.join(', ') || t('everyProcedure')}</dd>
        <dt>{t('time')}</dt>
        <dd className="number">
          {dateTime(delegation.from)} – {dateTime(delegation.to)}
        </dd>
        <dt>{t('proposedBy')}</dt>
        <dd>
          <span lang="vi">{delegation.proposedBy}</span>, <span className="number">{dateTime(delegation.proposedAt)}</span>
        </dd>
        {delegation.decidedBy && delegation.decidedAt && (
          <>
            <dt>{t('decidedBy')}</dt>
            <dd>
              <span lang="vi">{delegation.decidedBy}</span>, <span className="number">{dateTime(delegation.decidedAt)}</span>
            </dd>
          </>
        )}
      </dl>
      <DelegationActs delegation={delegation} />
    </>
  );
}

function DelegationActs({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('cover');
  const [rejecting, setRejecting] = useState(false);
  const agree = useAdminAct('cover', () => approve(delegation.id));
  const refuse = useAdminAct('cover', (reason: string) => reject(delegation.id, reason));
  const end = useAdminAct('cover', () => endDelegation(delegation.id));
  const failed = [agree, refuse, end].find(({ isError }) => isError);
  const refusable = delegation.decidable || (delegation.own && delegation.state === 'proposed');
  return (
    <>
      {failed && <ProblemNotice error={failed.error} />}
      {delegation.own && delegation.state === 'proposed' && <p className="under">{t('ownProposal')}</p>}
      <Group mt="xs">
        {delegation.decidable && (
          <Button size="compact-md" loading={agree.isPending} onClick={() => agree.mutate()}>
            {t('approve')}
          </Button>
        )}
        {refusable && !rejecting && (
          <Button size="compact-md" variant="default" onClick={() => setRejecting(true)}>
            {t(delegation.own ? 'withdraw' : 'reject')}
          </Button>
        )}
        {delegation.endable && (
          <Button size="compact-md" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t('end')}
          </Button>
        )}
      </Group>
      {refusable && rejecting && (
        <OneTextForm id={`reject-${delegation.id}`} label={t('rejectReason')} missing={t('missing.reason')} maxLength={500} lines="many" onSend={(reason) => refuse.mutate(reason)} className="admin-form">
          <Button type="submit" size="compact-md" loading={refuse.isPending}>
            {t(delegation.own ? 'withdraw' : 'reject')}
          </Button>
        </OneTextForm>
      )}
    </>
  );
}
