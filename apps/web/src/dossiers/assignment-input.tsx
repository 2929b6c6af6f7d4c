import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfficerChoice } from '../api/types';
import { useKept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { isReplaced } from './act-input';
import { FindOfficer } from './find-officer';
import type { InputsProps } from './inputs-props';

/** Who is assigned, called in or released: the officers of the unit, any officer, those called in already. */
export function AssignmentInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { possible, dossier, input, onChange, attempted } = props;
  const isReassigned = isReplaced(possible.event, input, dossier);
  return (
    <>
      {possible.event === 'addCooperator' ? <CallIn {...props} /> : <ChooseOfficer {...props} />}
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

function CallIn({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const [name, setName] = useKept(`act.${dossier.id}.officer`, '');
  return (
    <FindOfficer
      id="act-officer"
      dossierId={dossier.id}
      label={t('assignment.find')}
      chosenLabel={t('assignment.chosen')}
      name={name}
      isChosen={Boolean(input.officerId)}
      isMissing={attempted}
      onPick={(officerId, found) => {
        setName(found);
        onChange({ ...input, officerId });
      }}
    />
  );
}

/** An officer with two posts in the unit is one choice. */
export const oncePerOfficer = (choices: readonly OfficerChoice[]): OfficerChoice[] => [...new Map(choices.map((choice) => [choice.officerId, choice])).values()];
