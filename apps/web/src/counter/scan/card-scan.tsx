import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPersons } from '../../api/calls';
import type { PersonRow } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import { shortDate } from '../../shell/format';
import { type Chosen, GROUNDS, type Intake, type IntakeChange } from '../intake-state';
import { NewPerson } from '../new-person/new-person';
import { CameraScan } from './camera-scan';
import { type CardFault, type IdCard, readIdCard } from './read-id-card';
import { useCardScan } from './use-card-scan';

/** What a scan led to, where it does not simply fill the person. */
type Notice =
  | { kind: 'unreadable'; why: CardFault; read: string }
  | { kind: 'unknown'; card: IdCard }
  | { kind: 'differs'; card: IdCard; person: PersonRow }
  | { kind: 'second'; person: Chosen }
  | { kind: 'failed'; error: unknown };

interface CardScanProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  /** Parks the intake in hand and begins another one. */
  onNext: (owner: Chosen) => void;
  onType: () => void;
  saveDraft: () => Promise<unknown>;
}

const plain = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('vi');

/** Scanning an ID card, wherever the focus is, finds its holder, or opens the panel in which somebody on no file is received, and fills in nothing else. A second card never takes the place of the first. */
export function CardScan({ intake, change, onNext, onType, saveDraft }: CardScanProps) {
  const { t } = useTranslation('counter');
  const [notice, setNotice] = useState<Notice>();
  /** The card of somebody on no file, while they are being received. */
  const [receiving, setReceiving] = useState<IdCard>();
  /** Where the focus was at the scan: an answered notice takes its buttons away and gives the focus back. */
  const from = useRef<Element>(null);
  const close = () => {
    setNotice(undefined);
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  // The desk answers later: what counts then is the intake as it stands then.
  const latest = useRef(intake);
  useEffect(() => {
    latest.current = intake;
  });
  const take = ({ id, fullName }: Chosen) => {
    const { owner } = latest.current;
    if (owner?.id === id) return setNotice(undefined);
    if (owner) return setNotice({ kind: 'second', person: { id, fullName } });
    setNotice(undefined);
    change({ type: 'owner', owner: { id, fullName } });
  };
  const look = async (card: IdCard) => {
    try {
      const [person] = await searchPersons(card.number);
      if (!person) {
        setReceiving(card);
        return setNotice({ kind: 'unknown', card });
      }
      const isSame = person.birthDate === card.birthDate && (card.wordsDoubtful || plain(person.fullName) === plain(card.fullName));
      if (isSame) take(person);
      else setNotice({ kind: 'differs', card, person });
    } catch (error) {
      setNotice({ kind: 'failed', error });
    }
  };
  const read = (line: string) => {
    from.current = document.activeElement;
    const reading = readIdCard(line);
    if (reading.kind === 'unreadable') setNotice(reading);
    else if (reading.kind === 'card') void look(reading.card);
  };
  useCardScan(read);
  const type = () => {
    setNotice(undefined);
    onType();
  };
  const typing = (
    <Button size="compact-sm" variant="default" onClick={type}>
      {t('scan.type')}
    </Button>
  );
  if (!notice) return <CameraScan onLine={read} />;
  if (notice.kind === 'failed') return <ProblemNotice error={notice.error}>{typing}</ProblemNotice>;
  if (notice.kind === 'second') {
    const { person } = notice;
    return (
      <Alert color="orange" p={8} mb={8} role="alert">
        <p className="scan-text">{t('scan.second', { name: person.fullName })}</p>
        <Group gap={6}>
          {GROUNDS.filter((ground) => ground !== 'self').map((ground) => (
            <Button key={ground} size="compact-sm" variant="default" onClick={() => (close(), change({ type: 'filer', ground, filer: person }))}>
              {t(`filer.ground.${ground}`)}
            </Button>
          ))}
          <Button size="compact-sm" variant="default" onClick={() => (close(), onNext(person))}>
            {t(intake.procedure ? 'scan.next' : 'scan.instead')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={close}>
            {t('scan.ignore')}
          </Button>
        </Group>
      </Alert>
    );
  }
  return (
    <Alert color="orange" p={8} mb={8} role="alert">
      <p className="scan-text">{notice.kind === 'unreadable' ? t(`scan.fault.${notice.why}`) : t(`scan.${notice.kind}`)}</p>
      <p className="scan-text" lang="vi">
        {notice.kind === 'unreadable' ? t('scan.read', { read: notice.read }) : t('scan.card', { name: notice.card.fullName, date: shortDate(notice.card.birthDate), address: notice.card.address })}
      </p>
      {notice.kind === 'differs' && (
        <p className="scan-text" lang="vi">
          {t('scan.onFile', { name: notice.person.fullName, date: shortDate(notice.person.birthDate) })}
        </p>
      )}
      <Group gap={6}>
        {notice.kind === 'differs' && (
          <Button size="compact-sm" variant="default" onClick={() => (close(), take(notice.person))}>
            {t('scan.useAnyway')}
          </Button>
        )}
        {notice.kind === 'unknown' && (
          <Button size="compact-sm" onClick={() => setReceiving(notice.card)}>
            {t('scan.receive')}
          </Button>
        )}
        {typing}
      </Group>
      {receiving && (
        <NewPerson
          key={receiving.number}
          intake={intake}
          card={receiving}
          saveDraft={saveDraft}
          onPerson={(person) => {
            setReceiving(undefined);
            take(person);
          }}
          onClose={() => setReceiving(undefined)}
        />
      )}
    </Alert>
  );
}
