import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../shell/page-title';

/** The procedures of the catalogue and where each stands on its way to publication. */
export function ProcedureListPage() {
  const { t } = useTranslation('admin');
  usePageTitle(t('section.procedures'));
  return <Title order={1}>{t('section.procedures')}</Title>;
}
