import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import { fileSize } from '../../shell/format';
import { useLanguage } from '../../shell/localized';
import { fileAddress, type FileOwner, removeFile, sendFile } from '../calls';
import { ACCEPTED, type FileRefusal, LIMIT_MB, refusalOf, shrinkPhoto } from './file-rules';

interface FilePickerProps {
  /** The input's id, to which error summaries lead. */
  id: string;
  paperKey: string;
  paperName: string;
  owner: FileOwner;
  files: readonly StoredFile[];
  onChange: (update: (before: readonly StoredFile[]) => readonly StoredFile[]) => void;
  describedBy?: string;
}

/** What happened to a file last; its words are found when it is shown, in the language of then. */
interface Note {
  said: 'file.sending' | 'file.sent' | 'file.removed';
  name: string;
}

/** Files for one paper: taken with the camera or chosen, each shown with name and size, to look at or take away. */
export function FilePicker({ id, paperKey, paperName, owner, files, onChange, describedBy }: FilePickerProps) {
  const { t } = useTranslation('citizen');
  const [note, setNote] = useState<Note>();
  const [refused, setRefused] = useState<{ name: string; why: FileRefusal }>();
  const [error, setError] = useState<unknown>();

  const send = async (chosen: readonly File[]) => {
    setRefused(undefined);
    setError(undefined);
    for (const file of chosen) {
      const why = refusalOf(file);
      if (why) {
        setRefused({ name: file.name, why });
        continue;
      }
      setNote({ said: 'file.sending', name: file.name });
      try {
        const stored = await sendFile(owner, paperKey, await shrinkPhoto(file));
        onChange((before) => [...before, stored]);
        setNote({ said: 'file.sent', name: stored.name });
      } catch (reason) {
        setNote(undefined);
        setError(reason);
      }
    }
  };
  const remove = async (file: StoredFile) => {
    setError(undefined);
    try {
      await removeFile(file.id);
      onChange((before) => before.filter((one) => one.id !== file.id));
      setNote({ said: 'file.removed', name: file.name });
      document.getElementById(id)?.focus();
    } catch (reason) {
      setError(reason);
    }
  };
  const pick = (inputId: string, label: 'file.photo' | 'file.choose', camera: boolean) => (
    <label className="pick">
      {t(label)}
      <input
        id={inputId}
        type="file"
        className="visually-hidden"
        accept={camera ? 'image/jpeg,image/png' : ACCEPTED}
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        aria-label={t('file.for', { action: t(label), paper: paperName })}
        aria-describedby={describedBy}
        onChange={(event) => {
          const input = event.currentTarget;
          const chosen = [...(input.files ?? [])];
          input.value = '';
          void send(chosen);
        }}
      />
    </label>
  );
  return (
    <>
      <div className="buttons">
        {pick(`${id}-photo`, 'file.photo', true)}
        {pick(id, 'file.choose', false)}
      </div>
      <p role="status" className="quiet">
        {note && t(note.said, { name: note.name })}
      </p>
      {refused && (
        <p className="fault" role="alert">
          {t(`file.refused.${refused.why}`, { name: refused.name, limit: LIMIT_MB })}
        </p>
      )}
      {error !== undefined && <ProblemNotice error={error} />}
      {files.length > 0 && <FileList paperName={paperName} files={files} onRemove={(file) => void remove(file)} />}
    </>
  );
}

interface FileListProps {
  paperName: string;
  files: readonly StoredFile[];
  onRemove?: (file: StoredFile) => void;
}

/** Uploaded files with a thumbnail each. */
export function FileList({ paperName, files, onRemove }: FileListProps) {
  const { t } = useTranslation('citizen');
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {files.map((file, index) => (
        <li key={file.id} className="file">
          {file.mediaType.startsWith('image/') ? (
            <img src={fileAddress(file.id)} alt={t('file.thumbnail', { paper: paperName, number: index + 1 })} loading="lazy" />
          ) : (
            <span className="page" aria-hidden>
              PDF
            </span>
          )}
          <div>
            <span lang="vi">{file.name}</span> <span className="quiet">{fileSize(file.size, language)}</span>
            <br />
            <a className="link" href={fileAddress(file.id)} target="_blank" rel="noopener">
              {t('file.view')}
              <span className="visually-hidden"> {t('file.named', { name: file.name })}</span>
            </a>
            {onRemove && (
              <button type="button" className="link" onClick={() => onRemove(file)}>
                {t('file.remove')}
                <span className="visually-hidden"> {file.name}</span>
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
