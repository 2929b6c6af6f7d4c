import { Button, Group, Input } from '@mantine/core';
import { CheckCircledIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../api/types';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { answerText } from './answer';
import { inputIdOf } from './field-input';
import type { FormField } from './form-schema';

interface OfferedFieldProps {
  field: FormField;
  offer: Offer;
  agreed: boolean;
  fault?: string;
  idPrefix: string;
  /** Left out of the way of the Tab key. */
  isPassedOver?: boolean;
  onDecide: (agreed: boolean | undefined) => void;
}

/**
 * A value on file as a statement with its source and date. It is used only once the person said that it is right;
 * "wrong" opens the input. An agreed value can be taken back.
 */
export function OfferedField({ field, offer, agreed, fault, idPrefix, isPassedOver, onDecide }: OfferedFieldProps) {
  const { t } = useTranslation('forms');
  const pick = useLocalized();
  const id = inputIdOf(idPrefix, field.name);
  const value = answerText(field, offer.value, pick);
  const label = pick(field.label);
  // The button that was pressed goes away: the focus passes to what stands in its place, not to the top of the page.
  const decide = (said: boolean | undefined) => {
    onDecide(said);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const way = { 'data-known': true, ...(isPassedOver && { tabIndex: -1 }) };
  const source = { source: pick(offer.source), date: shortDate(offer.asOf) };
  return (
    <div className={agreed ? 'offered agreed' : 'offered'}>
      <div className="offered-head">
        <Input.Label component="span">{label}</Input.Label>
        {agreed && (
          <Button {...way} id={id} size="compact-xs" variant="subtle" onClick={() => decide(undefined)} aria-label={t('offer.changeOf', { label })}>
            {t('offer.change')}
          </Button>
        )}
      </div>
      {fault && <Input.Error id={`${id}-error`}>{fault}</Input.Error>}
      <div className="offered-value" lang="vi">
        {value}
      </div>
      <div className="offered-source">
        {agreed && <CheckCircledIcon aria-hidden />}
        <span>{t(agreed ? 'offer.agreed' : 'offer.source', source)}</span>
      </div>
      {!agreed && (
        <Group gap={6}>
          <Button {...way} id={id} size="compact-sm" variant="default" onClick={() => decide(true)} aria-label={t('offer.rightOf', { label, value })}>
            {t('offer.right')}
          </Button>
          <Button {...way} size="compact-sm" variant="default" onClick={() => decide(false)} aria-label={t('offer.wrongOf', { label, value })}>
            {t('offer.wrong')}
          </Button>
        </Group>
      )}
    </div>
  );
}
