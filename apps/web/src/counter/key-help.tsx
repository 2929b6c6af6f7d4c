import { Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['F2', 'person'],
  ['Ctrl+K', 'procedure'],
  ['F6', 'nextZone'],
  ['Shift+F6', 'previousZone'],
  ['A', 'passAll'],
  ['Ctrl+Enter', 'finish'],
  ['Alt+0', 'park'],
  ['Esc', 'close'],
] as const;

/** The keys of the counter, on F1 or by its button. Escape closes it and puts the focus back. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['counter', 'common']);
  return (
    <Modal opened={opened} onClose={onClose} title={t('counter:keys.title')} closeButtonProps={{ 'aria-label': t('common:close') }} transitionProps={{ duration: 0 }} lockScroll={false}>
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
    </Modal>
  );
}
