import { Button, Table } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['F2', 'person'],
  ['Ctrl+K', 'procedure'],
  ['F6', 'nextZone'],
  ['Shift+F6', 'previousZone'],
  ['F9', 'agreeAll'],
  ['F4', 'known'],
  ['A', 'passAll'],
  ['Ctrl+Enter', 'finish'],
  ['Alt+0', 'park'],
  ['Esc', 'close'],
] as const;

/** The keys of the counter, on F1 or by its button. The browser's own dialog: Escape closes it and the focus goes back. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['counter', 'common']);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">{t('counter:keys.title')}</h2>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('counter:keys.key')}</Table.Th>
            <Table.Th>{t('counter:keys.does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KEYS.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <kbd className="keycap">{key}</kbd>
              </Table.Td>
              <Table.Td>{t(`counter:keys.${does}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button mt="sm" onClick={onClose}>
        {t('common:close')}
      </Button>
    </dialog>
  );
}
