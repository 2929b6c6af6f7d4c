import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chosen, Intake } from '../intake-state';
import type { IdCard } from '../scan/read-id-card';
import { NewPersonForm } from './new-person-form';
import './messages';
import './new-person.css';

export interface NewPersonProps {
  intake: Intake;
  /** The card that was scanned; left out: the clerk types what a paper shows. */
  card?: IdCard | undefined;
  saveDraft: () => Promise<unknown>;
  /** Somebody was chosen on file, or received. */
  onPerson: (person: Chosen) => void;
  onClose: () => void;
}

/** The panel in which somebody on no file is received. The browser's own dialog: Escape closes it, and the focus goes back. */
export function NewPerson({ intake, card, saveDraft, onPerson, onClose }: NewPersonProps) {
  const { t } = useTranslation('persons');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (!shown?.open) shown?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="new-person" aria-labelledby="new-person-title" onClose={onClose}>
      <div className="new-person-head">
        <h2 id="new-person-title">{t('new.title')}</h2>
        <Button size="compact-md" variant="default" onClick={() => dialog.current?.close()}>
          {t('new.close')}
        </Button>
      </div>
      <NewPersonForm intake={intake} card={card} saveDraft={saveDraft} onPerson={onPerson} />
    </dialog>
  );
}
