import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOfficers } from '../api/calls';
import type { OfficerChoice } from '../api/types';
import { SearchBox } from '../components/search-box';
import { keep, kept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { isReplaced } from './act-input';
import type { InputsProps } from './inputs-props';

/** Who is assigned, called in or released: the officers of the unit, any officer, those called in already. */
export function AssignmentInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { possible, dossier, input, onChange, attempted } = props;
  const isReassigned = isReplaced(possible.event, input, dossier);
  return (
    <>
      {possible.event === 'addCooperator' ? <FindOfficer {...props} /> : <ChooseOfficer {...props} />}
      <Textarea
        id="act-whyReplaced"
        label={t(isReassigned ? 'assignment.why' : 'input.note')}
        maxLength={4000}
        value={input.note ?? ''}
        error={attempted && isReassigned && !input.note?.trim() ? t('gap.whyReplaced') : undefined}
        onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })}
      />
    </>
  );
}

function ChooseOfficer({ possible, dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { lead, cooperators } = dossier.people;
  const choices = possible.event === 'assign'
    ? oncePerOfficer(dossier.choices.assignees ?? []).map(({ officerId, name, role }) => ({ officerId, name, detail: officerId === lead?.officerId ? t('assignment.present') : pick(role) }))
    : cooperators.map(({ officerId, name, unit }) => ({ officerId, name, detail: unit ?? '' }));
  return (
    <Radio.Group
      label={t(possible.event === 'assign' ? 'assignment.lead' : 'assignment.release')}
      value={input.officerId ?? ''}
      onChange={(officerId) => onChange({ ...input, officerId })}
      error={attempted && !input.officerId ? t('gap.officer') : undefined}
    >
      <Stack gap={6} mt={4}>
        {choices.map(({ officerId, name, detail }, index) => (
          <Radio
            key={officerId}
            id={index === 0 ? 'act-officer' : undefined}
            value={officerId}
            label={
              <>
                <span lang="vi">{name}</span> {detail && <span className="under">{detail}</span>}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function FindOfficer({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const key = `act.${dossier.id}.officer`;
  const [name, setName] = useState(() => kept(key, ''));
  return (
    <div>
      <SearchBox
        id="act-officer"
        label={t('assignment.find')}
        description={t('assignment.findHelp')}
        name={`officers.${dossier.id}`}
        find={(text) => findOfficers(dossier.id, text)}
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
          const text = `${officer.name} (${pick(officer.role)}, ${officer.unit.name})`;
          keep(key, text);
          setName(text);
          onChange({ ...input, officerId: officer.officerId });
        }}
      />
      <div role="status">
        {input.officerId ? (
          <span>
            {t('assignment.chosen')}: <strong lang="vi">{name}</strong>
          </span>
        ) : (
          attempted && <Text c="red.9">{t('gap.officer')}</Text>
        )}
      </div>
    </div>
  );
}

/** An officer with two posts in the unit is one choice. */
const oncePerOfficer = (choices: readonly OfficerChoice[]): OfficerChoice[] => [...new Map(choices.map((choice) => [choice.officerId, choice])).values()];
