import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countStates, type FieldState } from '../forms/field-state';
import type { OpenOffers } from './open-offers';

/** The button that says everything was read out and agreed to. */
export const AGREE_ALL = 'agree-all';

interface FormProgressProps {
  states: ReadonlyMap<string, FieldState>;
  open: OpenOffers;
  /** Whether known values are in the way of the Tab key too. */
  isKnownOpen: boolean;
  onAgree: () => void;
  onDecline: () => void;
  onKnown: () => void;
}

/** How far the declaration is, in numbers that follow each answer; and one key for what was read out and agreed to, one for changing what is known. */
export function FormProgress({ states, open, isKnownOpen, onAgree, onDecline, onKnown }: FormProgressProps) {
  const { t } = useTranslation('counter');
  const counts = countStates(states.values());
  const waiting = open.fields.length;
  return (
    <>
      <div className="form-progress">
        <p role="status">
          <strong className={counts.missing > 0 ? 'zone-missing' : 'zone-full'}>{counts.missing > 0 ? t('progress.missing', { count: counts.missing }) : t('progress.nothingMissing')}</strong>
          <span>{t('progress.onFile', { count: counts['on-file'] + counts.agreed })}</span>
          <span>{t('progress.declared', { count: counts.declared })}</span>
        </p>
        {states.size > counts.missing && (
          <Button size="compact-sm" variant="subtle" onClick={onKnown} aria-pressed={isKnownOpen} aria-keyshortcuts="F4">
            {t('progress.change')} <kbd className="keycap">F4</kbd>
          </Button>
        )}
      </div>
      {waiting + open.papers.length > 0 && (
        <div className="offer-bar">
          <span>
            {t('offers.count', { count: waiting })} {open.papers.length > 0 && t('offers.papers', { count: open.papers.length })}
          </span>
          <Group gap={6}>
            <Button id={AGREE_ALL} data-then size="compact-sm" onClick={onAgree} aria-keyshortcuts="F9">
              {t('offers.acceptAll')} <kbd className="keycap">F9</kbd>
            </Button>
            <Button size="compact-sm" variant="default" onClick={onDecline}>
              {t('offers.declineAll')}
            </Button>
          </Group>
        </div>
      )}
    </>
  );
}
