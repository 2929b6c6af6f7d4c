import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './messages';

/** The heading of a page below the rules, and the way back to those of its place. */
export function PageHead({ unit, title }: { unit: string | undefined; title: string }) {
  const { t } = useTranslation('localRules');
  return (
    <>
      <p>
        <Link to="/quan-tri/quy-dinh" search={{ donvi: unit }}>
          {t('back')}
        </Link>
      </p>
      <Title order={1}>{title}</Title>
    </>
  );
}
