import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProcessDrawing } from '../../components/process-drawing';
import { listAt, textAt } from './document';
import './messages';

interface LevelDrawingProps {
  address: string;
  alt: string;
  /** The levels the process has a way at. */
  levels: readonly string[];
  open?: boolean;
}

/** The drawing of a process; where commune and province have ways of their own, that of the level one chooses. */
export function LevelDrawing({ address, alt, levels, open = false }: LevelDrawingProps) {
  const { t } = useTranslation('procedures');
  const [chosen, setChosen] = useState<string>();
  const level = chosen ?? levels[0];
  if (levels.length < 2 || level === undefined) return <ProcessDrawing address={address} alt={alt} open={open} />;
  return (
    <>
      <NativeSelect className="drawing-level" label={t('drawnAt.label')} data={levels.map((value) => ({ value, label: t(`drawnAt.${value as 'commune'}`) }))} value={level} onChange={(event) => setChosen(event.currentTarget.value)} />
      <ProcessDrawing address={`${address}${address.includes('?') ? '&' : '?'}level=${level}`} alt={`${alt}, ${t(`drawnAt.${level as 'commune'}`)}`} open={open} />
    </>
  );
}

/** The levels the steps of a document are marked with. */
export function levelsIn(document: unknown): string[] {
  const marked = listAt(document, '/process/steps').map((step) => textAt(step, '/level'));
  return ['commune', 'province'].filter((level) => marked.includes(level));
}
