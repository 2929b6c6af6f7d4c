import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCommunes } from '../api/calls';
import { SearchBox } from '../components/search-box';
import { keep, kept } from '../shell/kept';
import type { InputsProps } from './inputs-props';
import { ReasonInput } from './reason-input';

/** Where a dossier is sent that another commune is competent for: found by any part of its name, with or without accents. */
export function RerouteInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { dossier, input, onChange, attempted } = props;
  const key = `act.${dossier.id}.commune`;
  const [name, setName] = useState(() => kept(key, ''));
  return (
    <>
      <ReasonInput {...props} />
      <div>
        <SearchBox
          id="act-commune"
          label={t('reroute.commune')}
          description={t('reroute.help')}
          name={`communes.${dossier.id}`}
          find={(text) => findCommunes(dossier.id, text)}
          isAskable={(text) => text.length >= 2}
          keyOf={(unit) => unit.id}
          show={(unit) => <span lang="vi">{unit.name}</span>}
          nothing={t('reroute.nothing')}
          onPick={(unit) => {
            keep(key, unit.name);
            setName(unit.name);
            onChange({ ...input, commune: unit.id });
          }}
        />
        <Group gap="xs" mt={4} role="status">
          {input.commune ? (
            <span>
              {t('reroute.chosen')}: <strong lang="vi">{name}</strong>
            </span>
          ) : (
            attempted && <Text c="red.9">{t('gap.commune')}</Text>
          )}
        </Group>
      </div>
    </>
  );
}
