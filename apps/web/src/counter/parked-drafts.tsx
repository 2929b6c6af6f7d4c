import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getCounterDrafts } from '../api/calls';
import type { Draft } from '../api/types';
import { timeOfDay } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { Intake } from './intake-state';

/** A draft that this screen wrote carries the whole intake; anything else is left alone. */
function intakeIn(draft: Draft): Intake | undefined {
  const intake = draft.data['intake'];
  return typeof intake === 'object' && intake !== null && 'dossierId' in intake && 'checks' in intake ? (intake as Intake) : undefined;
}

const ONE_LINE = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Up to five parked intakes: they survive a reload and signing out, and come back with one press. */
export function ParkedDrafts({ present, onResume }: { present: string; onResume: (intake: Intake) => void }) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const drafts = useQuery({ queryKey: ['counter-drafts'], queryFn: getCounterDrafts });
  const parked = (drafts.data ?? []).flatMap((draft) => {
    const intake = intakeIn(draft);
    return intake && draft.id !== present ? [{ draft, intake }] : [];
  });
  if (parked.length === 0) return null;
  return (
    <nav className="parked" aria-label={t('parked.title')}>
      <span>{t('parked.title')}:</span>
      {parked.slice(0, 5).map(({ draft, intake }) => (
        <Button key={draft.id} size="compact-sm" variant="default" styles={{ label: ONE_LINE }} onClick={() => onResume(intake)}>
          {t('parked.chip', { name: intake.owner?.fullName ?? t('parked.nobody'), procedure: pick(draft.procedureName), time: timeOfDay(draft.savedAt) })}
        </Button>
      ))}
    </nav>
  );
}
