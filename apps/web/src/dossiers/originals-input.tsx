import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../shell/localized';
import { originalsOf } from './act-input';
import type { InputsProps } from './inputs-props';

/** Which paper originals go along and which stay at the sender: the control slip says so line by line. */
export function OriginalsInput({ dossier, input, onChange }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const papers = originalsOf(dossier);
  if (papers.length === 0) return <Text>{t('input.noOriginals')}</Text>;
  const travels = (key: string) => input.originals?.find((one) => one.key === key)?.travels ?? true;
  return papers.map((paper) => (
    <Radio.Group
      key={paper.key}
      label={t('input.originalOf', { name: pick(paper.name), count: paper.originals })}
      value={String(travels(paper.key))}
      onChange={(value) =>
        onChange({ ...input, originals: papers.map(({ key }) => ({ key, travels: key === paper.key ? value === 'true' : travels(key) })) })
      }
    >
      <div className="radio-row">
        <Radio value="true" label={t('input.travels')} />
        <Radio value="false" label={t('input.stays')} />
      </div>
    </Radio.Group>
  ));
}
