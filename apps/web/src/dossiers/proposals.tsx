import { useTranslation } from 'react-i18next';
import type { Proposal } from '../api/types';
import { ReasonLine } from '../components/reason-line';
import { dateTime } from '../shell/format';
import { SupplementItems } from './supplements';

/** Further supplement requests put to the leader: exactly what the person would be asked, and what was decided. */
export function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation('dossiers');
  return proposals.map((proposal, index) => (
    <div key={index} className="supplement">
      <div>
        <strong>{t('proposal.asked', { at: dateTime(proposal.proposedAt) })}</strong> {proposal.proposedBy && <span lang="vi">{proposal.proposedBy}</span>}
      </div>
      <div>
        {proposal.outcome === undefined && t('proposal.waiting')}
        {proposal.outcome === 'approved' && t('proposal.approved', { at: dateTime(proposal.decidedAt ?? '') })}
        {proposal.outcome === 'declined' && t('proposal.declined', { at: dateTime(proposal.decidedAt ?? '') })}
        {proposal.outcome === 'closed' && t('proposal.closed')} {proposal.decidedBy && <span lang="vi">{proposal.decidedBy}</span>}
      </div>
      {proposal.answer && (
        <div>
          <ReasonLine reason={proposal.answer} />
        </div>
      )}
      <SupplementItems items={proposal.items} />
      {proposal.note && <blockquote lang="vi">{proposal.note}</blockquote>}
    </div>
  ));
}
