import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Nothing for a moment, a skeleton after one second, words after ten. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  const seconds = useSecondsWaited();
  return (
    <div role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {seconds >= 1 && (
        <Stack gap="xs" aria-hidden>
          {Array.from({ length: lines }, (_, index) => (
            <Skeleton key={index} height={20} animate={false} />
          ))}
        </Stack>
      )}
      {seconds >= 10 && <p>{t('stillLoading')}</p>}
    </div>
  );
}

function useSecondsWaited(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timers = [1, 10].map((second) => setTimeout(() => setSeconds(second), second * 1000));
    return () => timers.forEach(clearTimeout);
  }, []);
  return seconds;
}
