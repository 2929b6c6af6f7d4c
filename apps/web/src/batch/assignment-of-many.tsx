import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOfficers, getDossier } from '../api/calls';
import type { DossierRow, PossibleAct } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { SearchBox } from '../components/search-box';
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
      {act.event === 'assign' ? <ChooseLead {...props} /> : <FindOfficer {...props} />}
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
  const officers = new Map((query.data.choices.assignees ?? []).map((officer) => [officer.officerId, officer]));
  return (
    <NativeSelect
      id="batch-officer"
      label={t('dossiers:assignment.lead')}
      value={said.officerId ?? ''}
      error={attempted && !said.officerId ? t('dossiers:gap.officer') : undefined}
      data={[{ value: '', label: t('batch:choose') }, ...[...officers.values()].map(({ officerId, name, role }) => ({ value: officerId, label: `${name} – ${pick(role)}` }))]}
      onChange={(event) => onChange({ ...said, officerId: event.currentTarget.value || undefined })}
    />
  );
}

function FindOfficer({ act, rows, said, onChange, attempted }: AssignmentOfManyProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const [name, setName] = useState('');
  const first = rows[0]?.id ?? '';
  return (
    <div>
      <SearchBox
        id="batch-officer"
        label={t(act.event === 'addCooperator' ? 'assignment.find' : 'assignment.release')}
        description={t('assignment.findHelp')}
        name={`officers.${first}`}
        find={(text) => findOfficers(first, text)}
        isAskable={(text) => text.length >= 2}
        keyOf={({ officerId, unit }) => `${officerId} ${unit.id}`}
        show={(officer) => (
          <span className="search-option" lang="vi">
            {officer.name}
            <br />
            <small>
              {officer.role.vi}, {officer.unit.name}
            </small>
          </span>
        )}
        nothing={t('assignment.nobody')}
        onPick={(officer) => {
          setName(`${officer.name} (${pick(officer.role)}, ${officer.unit.name})`);
          onChange({ ...said, officerId: officer.officerId });
        }}
      />
      <div role="status">
        {said.officerId ? (
          <span>
            {t(act.event === 'addCooperator' ? 'assignment.chosen' : 'assignment.release')}: <strong lang="vi">{name}</strong>
          </span>
        ) : (
          attempted && <Text c="red.9">{t('gap.officer')}</Text>
        )}
      </div>
    </div>
  );
}
