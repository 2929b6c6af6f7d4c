import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './messages';

/** The heading of a page below the calendar, and the way back to the calendar of its unit. */
export function PageHead({ unit, title }: { unit: string | undefined; title: string }) {
  const { t } = useTranslation('calendar');
  return (
    <>
      <p>
        <Link to="/quan-tri/lich" search={{ donvi: unit }}>
          {t('back')}
        </Link>
      </p>
      <Title order={1}>{title}</Title>
    </>
  );
}
