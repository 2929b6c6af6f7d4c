import { Button, Group } from '@mantine/core';
import { ExclamationTriangleIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../api/types';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import '../sources/messages';
import type { FormField } from './form-schema';

/** An offered value as a person reads it. */
export function useShown(): (offer: Pick<Offer, 'shown'>) => string {
  const pick = useLocalized();
  return ({ shown }) => {
    const text = pick(shown);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : text;
  };
}

interface DiffersNoteProps {
  field: FormField;
  offer: Offer;
  /** The person has said that the declared value stays. */
  isKept: boolean;
  onUse: () => void;
  onKeep: () => void;
}

/** A declared value beside the one on file that it contradicts: either may stand, nothing typed is lost, and the case officer sees both. */
export function DiffersNote({ field, offer, isKept, onUse, onKeep }: DiffersNoteProps) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  const value = useShown()(offer);
  const label = pick(field.label);
  return (
    <div className="differs" role="note">
      <p>
        <ExclamationTriangleIcon aria-hidden /> {t('differs', { source: pick(offer.source), value })}
      </p>
      <Group gap={6}>
        <Button size="compact-sm" variant="default" onClick={onUse} aria-label={t('useThisOf', { label, value })}>
          {t('useThis')}
        </Button>
        {!isKept && (
          <Button size="compact-sm" variant="default" onClick={onKeep} aria-label={t('keepOf', { label })}>
            {t('keep')}
          </Button>
        )}
      </Group>
    </div>
  );
}
