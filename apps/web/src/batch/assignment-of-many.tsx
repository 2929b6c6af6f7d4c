import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getDossier } from '../api/calls';
import type { DossierRow, PossibleAct } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { oncePerOfficer } from '../dossiers/assignment-input';
import { FindOfficer } from '../dossiers/find-officer';
import '../dossiers/messages';
import { useLocalized } from '../shell/localized';
import type { SaidOfAll } from './use-run';

interface AssignmentOfManyProps {
  act: PossibleAct;
  rows: readonly DossierRow[];
  said: SaidOfAll;
  onChange: (said: SaidOfAll) => void;
  attempted: boolean;
}

/** One officer for all of them, and a note, which an assignment that takes over from another must have. */
export function AssignmentOfMany(props: AssignmentOfManyProps) {
  const { t } = useTranslation('batch');
  const { act, said, onChange } = props;
  return (
    <Stack gap="sm">
      {act.event === 'assign' ? <ChooseLead {...props} /> : <FindOne {...props} />}
      <Textarea
        id="batch-note"
        label={t('note')}
        description={act.event === 'assign' ? t('noteHelp') : undefined}
        maxLength={1000}
        value={said.note ?? ''}
        onChange={(event) => onChange({ ...said, note: event.currentTarget.value || undefined })}
      />
    </Stack>
  );
}

/** The lead is one of the unit that holds them; dossiers of several units have no lead in common. */
function ChooseLead({ rows, said, onChange, attempted }: AssignmentOfManyProps) {
  const { t } = useTranslation(['batch', 'dossiers']);
  const pick = useLocalized();
  const first = rows[0]?.id ?? '';
  const isOneUnit = rows.every((row) => row.holder.id === rows[0]?.holder.id);
  const query = useQuery({ queryKey: ['dossier', first], queryFn: () => getDossier(first), enabled: isOneUnit });
  if (!isOneUnit) return <p id="batch-officer" tabIndex={-1}>{t('batch:severalUnits')}</p>;
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={2} />;
  const officers = oncePerOfficer(query.data.choices.assignees ?? []).map(({ officerId, name, role }) => ({ value: officerId, label: `${name} – ${pick(role)}` }));
  return (
    <NativeSelect
      id="batch-officer"
      label={t('dossiers:assignment.lead')}
      value={said.officerId ?? ''}
      error={attempted && !said.officerId ? t('dossiers:gap.officer') : undefined}
      data={[{ value: '', label: t('batch:choose') }, ...officers]}
      onChange={(event) => onChange({ ...said, officerId: event.currentTarget.value || undefined })}
    />
  );
}

function FindOne({ act, rows, said, onChange, attempted }: AssignmentOfManyProps) {
  const { t } = useTranslation('dossiers');
  const [name, setName] = useState('');
  const isCalledIn = act.event === 'addCooperator';
  return (
    <FindOfficer
      id="batch-officer"
      dossierId={rows[0]?.id ?? ''}
      label={t(isCalledIn ? 'assignment.find' : 'assignment.release')}
      chosenLabel={t(isCalledIn ? 'assignment.chosen' : 'assignment.release')}
      name={name}
      isChosen={said.officerId !== undefined}
      isMissing={attempted}
      onPick={(officerId, found) => {
        setName(found);
        onChange({ ...said, officerId });
      }}
    />
  );
}
